import { uuidv7 } from 'uuidv7'
import { client } from '../../client/client.ts'
import { uploadFile } from '../../client/upload.ts'
import { type SampleStory, sampleStories } from './sample-story.ts'

/** Brings the sample stories in as a person would: a file, its preview, and the article made from it. */
export async function makeSample(): Promise<void> {
  // The first of the list is made last: the newest stands on top.
  for (const story of sampleStories.toReversed()) await makeStory(story)
}

async function makeStory({ fileName, markdown, metadata }: SampleStory): Promise<void> {
  const { grant } = await uploadFile(new File([markdown], fileName, { type: 'text/markdown' }))
  const { preview, blocks } = await client.imports.preview({ grant })
  await client.imports.commit({ id: uuidv7(), preview, language: 'vi', metadata: { ...metadata }, blocks })
}
