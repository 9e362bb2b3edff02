/** Editions as they stand: made from documents and records, and can be made again. */
export const editions = {
  number: 11,
  name: 'editions',
  sql: `
CREATE TABLE edition_status (
  document TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  -- the edition's own title, else the article's
  title TEXT NOT NULL,
  section TEXT NOT NULL,
  deadline TEXT NOT NULL,
  -- length in chữ of its fields
  words INTEGER NOT NULL,
  state TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  -- what all of this was made from: where log and records stood for the edition and its article
  made_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_status_of_article ON edition_status (article);
CREATE INDEX edition_status_by_state ON edition_status (state);
`,
} as const
