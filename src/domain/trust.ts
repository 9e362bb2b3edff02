/** Why a record does not count. Clients have a sentence for each. */
export const trustProblems = [
  'malformed',
  'root-untrusted',
  'other-newsroom',
  'membership-missing',
  'membership-wrong',
  'not-a-member',
  'signer-removed',
  'key-conflict',
  'signature-wrong',
  'role-missing',
  'superseded',
  'submission-missing',
  'document-wrong',
  'revision-wrong',
  'self-approval',
  'authors-incomplete',
  'not-waiting',
  'state-refuses',
] as const
export type TrustProblem = (typeof trustProblems)[number]

/**
 * What can be said of one record offline. `unknownSigner`: nothing contradicts it, but nothing leads from it
 * to a trusted root either; that is a failure too (DESIGN §4, trust).
 */
export type Verdict =
  | Readonly<{ kind: 'valid' }>
  | Readonly<{ kind: 'invalid'; problem: TrustProblem }>
  | Readonly<{ kind: 'unknownSigner'; problem: TrustProblem }>

const leadsNowhere: readonly TrustProblem[] = ['root-untrusted', 'other-newsroom', 'membership-missing']

export function verdictOf(problem: TrustProblem | null): Verdict {
  if (problem === null) return { kind: 'valid' }
  return { kind: leadsNowhere.includes(problem) ? 'unknownSigner' : 'invalid', problem }
}

/** Ed25519 over the body's UTF-8 bytes; the public key is 32 bytes and the signature 64, in lower-case hex. */
export type VerifySignature = (publicKey: string, body: string, signature: string) => boolean
