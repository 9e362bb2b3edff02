import { runTool } from './command.ts'
import { preflight } from './preflight.ts'

/** The crash, merge and reader fuzz tests at full seed counts: an hour or more. */
const soaks = [
  ['merge', 'tests/soak/merge.test.ts', process.env['TRAMTIN_SEEDS'] ?? '2000'],
  ['crash', 'tests/soak/crash.test.ts', process.env['TRAMTIN_SEEDS'] ?? '1000'],
] as const

if (!preflight('test')) process.exit(1)
for (const [name, file, seeds] of soaks) {
  console.log(`${name}: ${seeds} seeds`)
  const { code } = await runTool('vitest', ['run', file, '--testTimeout=7200000'], {
    environment: { TRAMTIN_SEEDS: seeds },
  })
  if (code !== 0) process.exitCode = 1
}
