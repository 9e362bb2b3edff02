import { runTool } from './command.ts'
import { preflight } from './preflight.ts'

/** The fuzz and crash tests at full length, which `npm test` runs at a small seed count: hours on a slow machine. */
const soaks = [
  ['merge', ['tests/soak/merge.test.ts'], { TRAMTIN_SEEDS: '2000' }],
  ['translation-merge', ['tests/soak/translation-merge.test.ts'], { TRAMTIN_SEEDS: '2000' }],
  ['crash', ['tests/soak/crash.test.ts'], { TRAMTIN_SEEDS: '1000' }],
  ['bundles', ['tests/soak/exchange.test.ts', 'tests/soak/bundle-crash.test.ts'], { TRAMTIN_SEEDS: '300' }],
  [
    'input-methods',
    ['--config', 'tests/e2e/vitest.config.ts', 'tests/e2e/input-methods.test.ts'],
    { TRAMTIN_SEEDS: '1' },
  ],
  [
    'readers',
    ['src/workspace/imports/reader-fuzz.test.ts', 'src/formats/subtitles/subtitles.test.ts'],
    { TRAMTIN_FUZZ_ROUNDS: '600' },
  ],
] as const
const longest = String(6 * 60 * 60 * 1000)

if (!preflight('test')) process.exit(1)
await runTool('electron-vite', ['build'], { quiet: true })
const asked = process.argv.slice(2)
for (const [name, files, size] of soaks) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const environment = { ...size, ...process.env }
  console.log(`${name}: ${Object.values(size).join()}`)
  const parameters = ['run', ...files, `--testTimeout=${longest}`]
  const { code } = await runTool('vitest', parameters, { environment })
  if (code !== 0) process.exitCode = 1
}
