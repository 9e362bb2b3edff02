import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFirstMachine, makeText, sendStories, writeStory } from './bundle-making.test-kit.ts'
import { openBundle } from './bundle-reader.ts'

test('SAFE3: a small bundle is refused wherever it is cut, at every byte, with a reason', async () => {
  const machine = await makeFirstMachine()
  const whole = readFileSync(await sendStories(machine, await writeStory(machine, makeText('T'))))
  const path = join(machine.folder, 'cut.tramtin')
  const reasons = new Set<string>()
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length))
    const opened = await openBundle(path, 'cut.tramtin')
    if (opened.ok) throw new Error(`It opened with ${length} of ${whole.length} bytes`)
    if (opened.failure.code !== 'bundle-refused') throw new Error(opened.failure.code)
    reasons.add(opened.failure.facts.reason)
  }
  expect([...reasons].sort()).toEqual(['cut', 'not-a-bundle'])
  writeFileSync(path, whole)
  const opened = await openBundle(path, 'whole.tramtin')
  expect(opened).toMatchObject({ ok: true })
  if (opened.ok) await opened.value.close()
}, 60_000)
