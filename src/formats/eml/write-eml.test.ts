import { expect, test } from 'vitest'
import { type EmlMessage, writeEml } from './write-eml.ts'

function makeMessage(more: Partial<EmlMessage> = {}): EmlMessage {
  return {
    subject: 'Mời dự',
    language: 'vi',
    text: 'Một dòng.\n',
    html: '<p>Một dòng.</p>',
    pictures: [],
    seed: 'a'.repeat(64),
    ...more,
  }
}

/** A subject as a mail program reads it: unfolded, encoded words joined (RFC 2047 §6.2). */
function subjectIn(eml: string): string {
  const [head = ''] = eml.split('\r\n\r\n')
  const line = head.replace(/\r\n[ \t]/g, ' ').match(/^Subject: (.*)$/m)?.[1] ?? ''
  const joined = line.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, words: string) =>
    Buffer.from(words, 'base64').toString('utf8'),
  )
}

test('a long subject is folded into encoded words that cut no character, and reads back whole', () => {
  const subject =
    '越南太原省茶文化节开幕 – Khai mạc Lễ hội Trà Thái Nguyên lần thứ sáu tại quảng trường Võ Nguyên Giáp 🍵 '
      .repeat(2)
      .trim()
  const eml = writeEml(makeMessage({ subject }))
  expect(subjectIn(eml)).toBe(subject)
  for (const word of eml.match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? []) {
    expect(word.length).toBeLessThanOrEqual(75)
    expect(Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).not.toContain('\ufffd')
  }
})

test('no line is longer than 78 characters, every line ends in CRLF, all of it is ASCII', () => {
  const picture = {
    cid: 'p1@x',
    name: '01.jpg',
    mediaType: 'image/jpeg',
    content: new Uint8Array(5000).fill(200),
  }
  const eml = writeEml(makeMessage({ subject: 'Ế'.repeat(200), pictures: [picture] }))
  expect([...eml].every((character) => character < '\u0080')).toBe(true)
  expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
})

test('a subject smuggles no field into the head', () => {
  const eml = writeEml(makeMessage({ subject: 'Chào\r\nBcc: ai@do.example' }))
  expect(eml.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/m)
  expect(writeEml(makeMessage({ subject: 'Hi\r\nBcc: ai@do.example' })).split('\r\n\r\n')[0]).not.toMatch(
    /^Bcc/m,
  )
})

test('text, HTML and pictures read back to the byte', () => {
  const content = Uint8Array.from({ length: 257 }, (_, at) => at % 256)
  const eml = writeEml(
    makeMessage({ pictures: [{ cid: 'p1@x', name: '01.jpg', mediaType: 'image/jpeg', content }] }),
  )
  const bodies = [
    ...eml.matchAll(
      /Content-Transfer-Encoding: base64\r\n(?:[A-Z][^\r]*\r\n)*\r\n([A-Za-z0-9+/=\r\n]+?)\r\n\r\n/g,
    ),
  ]
  expect(bodies.map(([, body = '']) => Buffer.from(body, 'base64').toString('latin1'))).toEqual([
    Buffer.from('Một dòng.\r\n').toString('latin1'),
    Buffer.from('<p>Một dòng.</p>').toString('latin1'),
    Buffer.from(content).toString('latin1'),
  ])
})
