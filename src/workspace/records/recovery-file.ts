import type { KeyObject } from 'node:crypto'
import { fail, type Result, succeed } from '#domain/result.ts'
import { sha256Hex } from '../store/sha256.ts'
import { keyFromSecret, publicKeyOf, secretOf } from './signature.ts'

const marker = 'TRAMTIN-RECOVERY-1'

/**
 * The one place where a newsroom's root key exists after set-up: a text to print or to keep on a stick. The key
 * line is four letters apart so that it can be typed in from paper; the checksum finds a slip.
 */
export function writeRecoveryFile(newsroom: string, root: KeyObject, at: number): string {
  const secret = secretOf(root).toString('hex')
  const grouped = (secret.match(/.{1,4}/g) ?? []).join(' ')
  const publicKey = publicKeyOf(root)
  return [
    `TỆP KHÔI PHỤC CỦA TÒA SOẠN: ${newsroom.replace(/\s+/g, ' ')}`,
    `Lập ngày ${writtenDay(at)}`,
    '',
    'Tệp này chứa chìa khóa gốc của tòa soạn trên Trạm Tin. Ai có nó thì có thể chỉ định người quản trị mới.',
    'Hãy in ra giấy hoặc chép vào USB rồi cất nơi an toàn (két, tủ có khóa), không để trên máy làm việc,',
    'không gửi qua Zalo hay email. Cần đến nó khi không còn người quản trị nào mở được mã PIN của mình.',
    '',
    'RECOVERY FILE OF A NEWSROOM',
    'This file holds the root key of the newsroom named above in Trạm Tin. Whoever has it can appoint a new',
    'owner. Print it or copy it to a USB stick and lock it away; do not leave it on a work computer and do not',
    'send it by chat or e-mail. It is needed when no owner can open their PIN any more.',
    '',
    marker,
    `root-public: ${publicKey}`,
    `root-secret: ${grouped}`,
    `checksum: ${checksum(publicKey, secret)}`,
    '',
  ].join('\n')
}

/** 24/11/2026, as Vietnamese papers write it; by the newsroom's own clock. */
function writtenDay(at: number): string {
  const day = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`
}

function checksum(publicKey: string, secret: string): string {
  return sha256Hex(`${marker}\n${publicKey}\n${secret}`).slice(0, 16)
}

export type RecoveryProblem = 'unreadable' | 'damaged'

/**
 * Reads a recovery file back, whatever an editor or a printer did to its spaces and line ends.
 * `unreadable`: not such a file; `damaged`: its key does not fit its checksum.
 */
export function readRecoveryFile(text: string): Result<KeyObject, RecoveryProblem> {
  const publicKey = lineOf(text, 'root-public')
  const secret = lineOf(text, 'root-secret')
  const sum = lineOf(text, 'checksum')
  if (!text.includes(marker) || !publicKey || !secret || !sum) return fail('unreadable')
  if (!/^[0-9a-f]{64}$/.test(secret) || checksum(publicKey, secret) !== sum) return fail('damaged')
  const key = keyFromSecret(Buffer.from(secret, 'hex'))
  return publicKeyOf(key) === publicKey ? succeed(key) : fail('damaged')
}

function lineOf(text: string, name: string): string | undefined {
  const value = new RegExp(`^\\s*${name}:(.*)$`, 'm').exec(text)?.[1]
  return value?.replace(/\s/g, '').toLowerCase()
}
