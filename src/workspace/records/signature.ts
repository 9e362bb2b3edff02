import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { NewsroomRecord, SignedRecord } from '#domain/records.ts'
import { sha256Hex } from '../store/sha256.ts'

/** A fresh Ed25519 private key. */
export function createKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey
}

/** The raw 32 public bytes in lower-case hex. */
export function publicKeyOf(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (typeof x !== 'string') throw new Error('Not an Ed25519 key')
  return Buffer.from(x, 'base64url').toString('hex')
}

/** The raw 32 secret bytes. */
export function secretOf(key: KeyObject): Buffer {
  const { d } = key.export({ format: 'jwk' })
  if (typeof d !== 'string') throw new Error('Not an Ed25519 private key')
  return Buffer.from(d, 'base64url')
}

// RFC 8410: the PKCS #8 wrapping of a raw Ed25519 secret is this prefix and the secret
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A private key from its 32 secret bytes; the public half is computed anew. */
export function keyFromSecret(secret: Buffer): KeyObject {
  if (secret.length !== 32) throw new Error('An Ed25519 secret has 32 bytes')
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, secret]), format: 'der', type: 'pkcs8' })
}

export function signText(key: KeyObject, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('hex')
}

/** A record as it is stored and sent: what is signed is its canonical body (RFC 8785). */
export function signRecord(key: KeyObject, record: NewsroomRecord): SignedRecord {
  const body = canonicalJson(record)
  return { hash: sha256Hex(body), body, signature: signText(key, body), record }
}

const publicKeys = new Map<string, KeyObject>()

/** Making a key object costs as much as a check; a newsroom has few keys and they come again and again. */
function publicKeyObject(publicKey: string): KeyObject {
  const found = publicKeys.get(publicKey)
  if (found) return found
  const x = Buffer.from(publicKey, 'hex').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (publicKeys.size >= 1000) publicKeys.clear()
  publicKeys.set(publicKey, key)
  return key
}

/** What held once holds again; a document's few records are judged anew with every one that joins them. */
const held = new Map<string, string>()
const mostHeld = 5000

/** Answers false for anything that is not a good signature, a malformed key included. */
export function verifySignature(publicKey: string, text: string, signature: string): boolean {
  const key = `${publicKey} ${signature}`
  if (held.get(key) === text) return true
  if (!holds(publicKey, text, signature)) return false
  if (held.size >= mostHeld) held.clear()
  held.set(key, text)
  return true
}

function holds(publicKey: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKeyObject(publicKey), Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}
