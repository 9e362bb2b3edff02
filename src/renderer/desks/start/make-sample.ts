import { uuidv7 } from 'uuidv7'
import { client } from '../../client/client.ts'
import { uploadFile } from '../../client/upload.ts'
import { type SampleStory, sampleStories } from './sample-story.ts'

/** The ids of the articles that the samples become: made once, so that a second try makes no second article. */
export function sampleIds(): readonly string[] {
  return sampleStories.map(() => uuidv7())
}

/** Brings the sample stories in as a person would: a file, its preview, and the article made from it. */
export async function makeSample(ids: readonly string[]): Promise<void> {
  const stories = sampleStories.map((story, at) => [story, ids[at]] as const)
  // The first of the list is made last: the newest stands on top.
  for (const [story, id] of stories.toReversed()) if (id !== undefined) await makeStory(story, id)
}

async function makeStory({ fileName, markdown, metadata }: SampleStory, id: string): Promise<void> {
  const { grant } = await uploadFile(new File([markdown], fileName, { type: 'text/markdown' }))
  const { preview, blocks } = await client.imports.preview({ grant })
  await client.imports.commit({ id, preview, language: 'vi', metadata: { ...metadata }, blocks })
}
