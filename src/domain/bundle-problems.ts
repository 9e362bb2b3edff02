/** Why a file is not taken as a bundle. Clients have a sentence for each. */
export const bundleReasons = [
  'not-a-bundle',
  'cut',
  'changed',
  'compressed',
  'path-unsafe',
  'duplicate',
  'unexpected-entry',
  'entry-missing',
  'too-large',
  'manifest-invalid',
  'signature-wrong',
  'record-forged',
  'contributions-contradict',
  'document-invalid',
  'revision-wrong',
  'picture-wrong',
] as const
export type BundleReason = (typeof bundleReasons)[number]

/** `detail` is for whoever looks into it: an entry's name, a number, a parser's word. */
export type BundleProblem = Readonly<{ reason: BundleReason; detail: string }>
