/** Renders that were ordered: of which clip, by which preset, with which words, and what came out. */
export const renders = {
  number: 10,
  name: 'renders',
  sql: `
CREATE TABLE renders (
  -- also its job's
  id TEXT PRIMARY KEY,
  clip TEXT NOT NULL,
  -- RenderOrder, JSON
  request TEXT NOT NULL,
  -- documents and revisions, JSON
  tracks TEXT NOT NULL,
  preview INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  -- the derived file it is, once it was made
  recipe TEXT,
  -- OutputFacts, JSON
  facts TEXT,
  losses TEXT NOT NULL DEFAULT '[]',
  log TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX renders_by_clip ON renders (clip, at);
CREATE INDEX renders_by_recipe ON renders (recipe);
`,
} as const
