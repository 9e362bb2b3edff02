/** What a picture says of itself beside its caption and credit. Pictures added before keep their bytes, which still say it. */
export const pictureTexts = {
  number: 3,
  name: 'picture-texts',
  sql: `
ALTER TABLE assets ADD COLUMN alt TEXT NOT NULL DEFAULT '';
ALTER TABLE assets ADD COLUMN copyright TEXT NOT NULL DEFAULT '';
`,
} as const
