import type { Verdict } from '#contract/packages.ts'

/**
 * What is wrong with a package; clients have a sentence for each (`locales/<lang>/packages.json`). Those of
 * `unvouched` leave it whole, but nobody trusted says that it may be published.
 */
export const unvouched = ['preview', 'newsroomMissing', 'rootUnknown', 'rootOther', 'signerUnknown'] as const
export const damaging = [
  'zipDamaged',
  'zipRepacked',
  'tooLarge',
  'pathUnsafe',
  'entryTwice',
  'fileMissing',
  'fileExtra',
  'fileChanged',
  'manifestMissing',
  'manifestInvalid',
  'recordInvalid',
  'approvalMissing',
  'approvalWrong',
  'revisionWrong',
  'internalText',
  'pictureMissing',
  'pictureUnknown',
  'fileUnexplained',
  'templateUnknown',
  'pageDiffers',
  'ninjsDiffers',
  'textDiffers',
] as const

export type ProblemCode = (typeof unvouched)[number] | (typeof damaging)[number]
export type Problem = Readonly<{ code: ProblemCode; file: string; detail: string }>

export function problem(code: ProblemCode, file: string, detail = ''): Problem {
  return { code, file, detail }
}

export function outcomeOf(problems: readonly Problem[]): Verdict['outcome'] {
  if (problems.length === 0) return 'valid'
  return problems.every(({ code }) => unvouched.some((known) => known === code))
    ? 'intactUnknownSigner'
    : 'damaged'
}
