/** What was exchanged by bundles, with which machine, and the shared folder that serves as a mailbox. */
export const exchanges = {
  number: 5,
  name: 'exchanges',
  sql: `
-- a bundle that left or came: history that is shown, never decided by
CREATE TABLE exchanges (
  bundle TEXT NOT NULL,
  direction TEXT NOT NULL,
  way TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- the other machine and who sent from there; empty for what left by file
  device TEXT NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  documents INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (bundle, direction)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchanges_by_time ON exchanges (at);

-- other machines, and who was last seen there
CREATE TABLE devices (
  device TEXT PRIMARY KEY,
  workspace TEXT NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- what another machine last said it holds of a document: a digest of state and records (SYNC2)
CREATE TABLE device_states (
  device TEXT NOT NULL,
  document TEXT NOT NULL,
  digest TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (device, document)
) STRICT, WITHOUT ROWID;

-- the same digests of what is here; "made_from" says where log and records stood
CREATE TABLE holdings (document TEXT PRIMARY KEY, made_from TEXT NOT NULL, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- the one mailbox of this workspace: a shared folder, and from when on documents go there
CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  folder TEXT NOT NULL,
  since INTEGER NOT NULL,
  set_at INTEGER NOT NULL
) STRICT;

-- which state of a document lies in the mailbox, put there by which machine, in which file
CREATE TABLE mailbox_posts (
  device TEXT NOT NULL,
  document TEXT NOT NULL,
  digest TEXT NOT NULL,
  bundle TEXT NOT NULL,
  PRIMARY KEY (device, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX mailbox_posts_of_document ON mailbox_posts (document, digest);
`,
} as const
