/** Subtitles of clips as they stand: made from documents and records, and can be made again. */
export const tracks = {
  number: 9,
  name: 'tracks',
  sql: `
CREATE TABLE track_status (
  document TEXT PRIMARY KEY,
  clip TEXT NOT NULL,
  language TEXT NOT NULL,
  -- length in chữ
  words INTEGER NOT NULL,
  -- the summary as the contract tells it, JSON; the clip's name and whether it is held are asked anew
  summary TEXT NOT NULL,
  state TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  -- what all of this was made from: where log and records stood for the track and its source
  made_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX track_status_by_clip ON track_status (clip);
CREATE INDEX track_status_by_state ON track_status (state);
`,
} as const
