/** What `follow` needs after a restart: who sent an update, and when a document was replaced as a whole. */
export const followers = {
  number: 2,
  name: 'followers',
  sql: `
ALTER TABLE updates ADD COLUMN client TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN replaced_seq INTEGER NOT NULL DEFAULT 0;
`,
} as const
