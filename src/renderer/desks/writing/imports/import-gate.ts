import { client } from '#renderer/client/client.ts'
import { failureOf } from '#renderer/client/failures.ts'
import { uploadFile } from '#renderer/client/upload.ts'
import type { ImportGate } from './import-run.ts'
import { keptBlocks } from './proposal.ts'

/** What is left behind here ends with the workspace's own time limit. */
const ignore = () => undefined

/** The workspace as an import asks it. */
export const importGate: ImportGate<File> = {
  send: async (file, onProgress, signal) => (await uploadFile(file, { onProgress, signal })).grant,
  read: (grant, encoding) => client.imports.preview({ grant, encoding }),
  create: (id, { preview }, proposal) =>
    client.imports.commit({
      id,
      preview,
      language: proposal.language,
      metadata: proposal.metadata,
      blocks: [...keptBlocks(proposal)],
    }),
  discard: (preview) => void client.imports.discard({ preview }).catch(ignore),
  release: (grant) => void client.files.release({ grant }).catch(ignore),
  failureOf: (error) => failureOf(error) ?? null,
}
