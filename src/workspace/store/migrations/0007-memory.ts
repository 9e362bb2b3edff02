/**
 * The translation memory. Its units come from imports, from confirmed segments and from signed edits; the index of
 * likeness is made from `tm_texts` and lives in a thread's memory.
 */
export const memory = {
  number: 7,
  name: 'memory',
  sql: `
-- where units came from: one row an import, one for what was confirmed here, one for what was written by hand
CREATE TABLE tm_batches (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_profile TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE tm_units (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  batch INTEGER NOT NULL REFERENCES tm_batches (number),
  source_language TEXT NOT NULL,
  -- the document it was confirmed in, or ''
  document TEXT NOT NULL DEFAULT '',
  -- textHash of the sentence before and behind, 0 for none
  previous_hash INTEGER NOT NULL DEFAULT 0,
  next_hash INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  -- what a TMX file said beside the texts, JSON, or ''
  facts TEXT NOT NULL DEFAULT '',
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tm_units_of_document ON tm_units (document) WHERE document <> '';
CREATE INDEX tm_units_of_batch ON tm_units (batch);

-- a text is never written anew: an edit withdraws it and adds another, so that a number is one text for ever
CREATE TABLE tm_texts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  unit INTEGER NOT NULL REFERENCES tm_units (number),
  -- what it is looked up by, and the tag it came with
  language TEXT NOT NULL,
  tag TEXT NOT NULL,
  text TEXT NOT NULL,
  -- with its inline codes, JSON, or '' when it has none
  coded TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL DEFAULT '',
  hash INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tm_texts_by_hash ON tm_texts (hash);
CREATE INDEX tm_texts_of_unit ON tm_texts (unit, language);

-- concordance: folded by LANG1, rowid = tm_texts.number
CREATE VIRTUAL TABLE tm_search USING fts5 (folded, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");

-- up to what state of a translation its confirmed sentences were learnt (translation_status.made_from)
CREATE TABLE tm_learnt (document TEXT PRIMARY KEY, made_from TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- signed edits that were taken in
CREATE TABLE tm_edits (record TEXT PRIMARY KEY, unit TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
} as const
