import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Moment = Readonly<{ from: 'starting' | 'ready'; delay: number }>

/** Runs a victim on a folder, hands on every line it says, and kills it `delay` milliseconds after it said `from`. */
export async function killOne(
  victim: 'store-victim' | 'desk-victim',
  folder: string,
  seed: number,
  { from, delay }: Moment,
  hear: (words: readonly string[]) => void,
): Promise<void> {
  const program = join(import.meta.dirname, `${victim}.ts`)
  const child = spawn(process.execPath, [program, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += String(text)
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    hear(line.split(' '))
    if (line === from) setTimeout(() => child.kill('SIGKILL'), delay)
  }
  await closed
  if (child.signalCode !== 'SIGKILL') throw new Error(`Seed ${seed} ended by itself: ${complaint}`)
}
