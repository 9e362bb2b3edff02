import { createCipheriv, createDecipheriv, type KeyObject, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { canonicalJson } from '#domain/canonical-json.ts'
import { keyFromSecret, publicKeyOf, secretOf } from './signature.ts'

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** A profile's private key under its PIN. Everything but `sealed` and `tag` is authenticated in the clear. */
export const keyFile = z.strictObject({
  schema: z.literal(1),
  profile: z.uuid(),
  name: z.string().min(1).max(120),
  publicKey: hexOf(32),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    // a file from elsewhere must not make this machine work or allocate without limit (at most 1 GiB)
    n: z
      .number()
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.literal(8),
    p: z.literal(1),
    salt: hexOf(16),
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: hexOf(12),
  sealed: hexOf(32),
  tag: hexOf(16),
})
export type KeyFile = z.infer<typeof keyFile>
type Header = Omit<KeyFile, 'sealed' | 'tag'>

/** scrypt's N (RFC 7914): memory is 1 KiB times N, 32 MiB and 100 to 200 ms on an office PC. */
export const usualCost = 2 ** 15

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)

function keyFromPin(pin: string, kdf: KeyFile['kdf']): Promise<Buffer> {
  const { n, r, p, salt } = kdf
  return derive(pin.normalize('NFC'), Buffer.from(salt, 'hex'), 32, { N: n, r, p, maxmem: 256 * n * r })
}

/** Puts a private key under a PIN. */
export async function sealKey(
  owner: Readonly<{ profile: string; name: string }>,
  key: KeyObject,
  pin: string,
  cost: number,
): Promise<KeyFile> {
  const header: Header = {
    schema: 1,
    ...owner,
    publicKey: publicKeyOf(key),
    kdf: { name: 'scrypt', n: cost, r: 8, p: 1, salt: randomBytes(16).toString('hex') },
    cipher: 'aes-256-gcm',
    nonce: randomBytes(12).toString('hex'),
  }
  const cipher = createCipheriv(
    'aes-256-gcm',
    await keyFromPin(pin, header.kdf),
    Buffer.from(header.nonce, 'hex'),
  )
  cipher.setAAD(Buffer.from(canonicalJson(header), 'utf8'))
  const sealed = Buffer.concat([cipher.update(secretOf(key)), cipher.final()]).toString('hex')
  return { ...header, sealed, tag: cipher.getAuthTag().toString('hex') }
}

/** The private key, or undefined when the PIN is wrong or the file was tampered with: the two look the same. */
export async function openKey(file: KeyFile, pin: string): Promise<KeyObject | undefined> {
  const { sealed, tag, ...header } = file
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await keyFromPin(pin, file.kdf),
    Buffer.from(file.nonce, 'hex'),
    {
      authTagLength: 16,
    },
  )
  decipher.setAAD(Buffer.from(canonicalJson(header), 'utf8'))
  decipher.setAuthTag(Buffer.from(tag, 'hex'))
  const secret = decipher.update(Buffer.from(sealed, 'hex'))
  try {
    decipher.final()
  } catch {
    return undefined
  }
  const key = keyFromSecret(secret)
  return publicKeyOf(key) === file.publicKey ? key : undefined
}
