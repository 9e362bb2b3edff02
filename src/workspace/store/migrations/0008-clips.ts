/** Clips: media files among the assets, what they are by their bytes, and the articles that hold them. */
export const clips = {
  number: 8,
  name: 'clips',
  sql: `
CREATE TABLE clips (
  hash TEXT PRIMARY KEY REFERENCES assets (hash),
  -- MediaFacts, JSON: made again from the file whenever the program reads more of it
  facts TEXT NOT NULL,
  -- why no proxy or no peaks could be made, JSON, or null: it is not tried again at each start
  proxy_failure TEXT,
  peaks_failure TEXT
) STRICT, WITHOUT ROWID;

-- projection: made with an article's list row
CREATE TABLE article_clips (
  document TEXT NOT NULL,
  clip TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (document, clip)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_clips_by_clip ON article_clips (clip);
`,
} as const
