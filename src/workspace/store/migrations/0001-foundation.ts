/**
 * The first schema. Order in the log is never by clock; projections (`article_rows`, `article_texts`, …) can be
 * dropped and made again from `updates`, `snapshots` and `records`.
 */
export const foundation = {
  number: 1,
  name: 'foundation',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- the log
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  min_reader INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE updates (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  document TEXT NOT NULL REFERENCES documents (id),
  device TEXT NOT NULL,
  device_sequence INTEGER NOT NULL,
  profile TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  schema INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (device, device_sequence)
) STRICT;
CREATE INDEX updates_of_document ON updates (document, seq);

-- what compaction leaves: the state that all update rows up to "seq" made
CREATE TABLE snapshots (
  document TEXT PRIMARY KEY REFERENCES documents (id),
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- who wrote: outlives compaction and travels with the document
CREATE TABLE contributions (
  document TEXT NOT NULL REFERENCES documents (id),
  device TEXT NOT NULL,
  first_sequence INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL,
  profile TEXT NOT NULL,
  PRIMARY KEY (document, device, first_sequence)
) STRICT, WITHOUT ROWID;

-- repeats of an append answer as the first time
CREATE TABLE batches (
  client TEXT NOT NULL,
  batch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (client, batch)
) STRICT, WITHOUT ROWID;

-- full contents at a moment, by the SHA-256 of their canonical JSON
CREATE TABLE revisions (
  hash TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX revisions_of_document ON revisions (document);

CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  revision TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_profile TEXT NOT NULL,
  reason TEXT NOT NULL,
  name TEXT NOT NULL,
  words INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX versions_of_document ON versions (document, at);

-- signed statements, in canonical JSON; never changed, never deleted
CREATE TABLE records (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  document TEXT,
  signer TEXT NOT NULL,
  body TEXT NOT NULL,
  signature TEXT NOT NULL,
  seq INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX records_of_document ON records (document, kind);
CREATE INDEX records_by_kind ON records (kind);

CREATE TABLE assets (
  hash TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  name TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  caption TEXT NOT NULL DEFAULT '',
  credit TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- derived assets, keyed by their recipe; may be evicted
CREATE TABLE derived_assets (
  recipe TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packages (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  title TEXT NOT NULL,
  channel TEXT NOT NULL,
  languages TEXT NOT NULL,
  preview INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by_profile TEXT NOT NULL,
  manifest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  files INTEGER NOT NULL,
  path TEXT,
  zip_name TEXT NOT NULL,
  warnings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX packages_of_article ON packages (article, at);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  progress REAL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  failure TEXT,
  result TEXT,
  input TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (profile TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- what was judged to be a stamp, and what a person said of it (SEC1); no hit keeps the text it is about, only
-- the block as it was last judged safe ("safe", JSON)
CREATE TABLE stamp_hits (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  block TEXT NOT NULL,
  stamp TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  safe TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stamp_hits_of_document ON stamp_hits (document, state);

-- steps of a purge under way: taken up again after a crash
CREATE TABLE purges (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  -- null: the whole article
  block TEXT,
  safe TEXT,
  profile TEXT NOT NULL,
  step TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- projections
CREATE TABLE projected (document TEXT PRIMARY KEY, seq INTEGER NOT NULL, record_seq INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE TABLE article_rows (
  -- small and dense: the upper part of the ids of this article's rows in "article_texts"
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  language TEXT NOT NULL,
  section TEXT NOT NULL,
  genre TEXT NOT NULL,
  byline TEXT NOT NULL,
  state TEXT NOT NULL,
  changed_since_approval INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deadline TEXT NOT NULL,
  embargo TEXT NOT NULL,
  internal INTEGER NOT NULL,
  held INTEGER NOT NULL DEFAULT 0,
  oddities INTEGER NOT NULL DEFAULT 0,
  picture TEXT
) STRICT;
CREATE INDEX article_rows_by_update ON article_rows (updated_at DESC, document);
CREATE INDEX article_rows_by_creation ON article_rows (created_at DESC, document);
CREATE INDEX article_rows_by_state ON article_rows (state, updated_at DESC, document);
CREATE INDEX article_rows_by_title ON article_rows (title_key, document);
CREATE INDEX article_rows_by_deadline ON article_rows (deadline, document);

-- the searched text of an article, folded by LANG1: one row for most articles, more for very long ones, so that
-- typing re-indexes a few thousand words at most; each begins with the title.
-- id = article number * 2^20 + the part's number: a hit of the full text tells its article by itself
CREATE TABLE article_texts (
  id INTEGER PRIMARY KEY,
  folded TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE article_search USING fts5 (folded, content = 'article_texts', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2");
-- what is deleted from the full text is overwritten at once, not only marked (SEC1)
INSERT INTO article_search (article_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER article_texts_added AFTER INSERT ON article_texts BEGIN
  INSERT INTO article_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER article_texts_removed AFTER DELETE ON article_texts BEGIN
  INSERT INTO article_search (article_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER article_texts_changed AFTER UPDATE OF folded ON article_texts BEGIN
  INSERT INTO article_search (article_search, rowid, folded) VALUES ('delete', old.id, old.folded);
  INSERT INTO article_search (rowid, folded) VALUES (new.id, new.folded);
END;
`,
} as const
