/** Translations as they stand: made from documents and records, and can be made again. */
export const translations = {
  number: 6,
  name: 'translations',
  sql: `
CREATE TABLE translation_status (
  document TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  language TEXT NOT NULL,
  source_language TEXT NOT NULL,
  title TEXT NOT NULL,
  source_title TEXT NOT NULL,
  section TEXT NOT NULL,
  deadline TEXT NOT NULL,
  -- length in chữ of what is translated
  words INTEGER NOT NULL,
  -- the summary as the contract tells it, JSON; whether it is held is asked anew
  summary TEXT NOT NULL,
  -- rows that wait for somebody
  open_rows INTEGER NOT NULL,
  state TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  -- what all of this was made from: where log and records stood for translation, comments and source
  made_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX translation_status_of_article ON translation_status (article);
CREATE INDEX translation_status_by_state ON translation_status (state);

-- one row a sentence: what is confirmed here feeds the translation memory
CREATE TABLE translation_rows (
  document TEXT NOT NULL,
  row TEXT NOT NULL,
  position INTEGER NOT NULL,
  block TEXT NOT NULL,
  field TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL,
  -- coded texts, JSON
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  -- the keys of the sentences before and behind it in the article, '' at the ends
  previous_key TEXT NOT NULL,
  next_key TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  confirmed_at INTEGER NOT NULL,
  PRIMARY KEY (document, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX translation_rows_by_key ON translation_rows (key, state);
`,
} as const
