import { runTool } from './command.ts'

/** All that can be said of the sources without running them: types, lint and imports, dead code, locales. */
const checks = [
  ['types of the pure layers', 'tsc', ['-p', 'build/tsconfig/pure.json']],
  ['types of Node code', 'tsc', ['-p', 'build/tsconfig/node.json']],
  ['types of the renderer', 'tsc', ['-p', 'build/tsconfig/renderer.json']],
  ['types of tests', 'tsc', ['-p', 'build/tsconfig/tests.json']],
  ['lint, format, imports', 'biome', ['ci', '--colors=off', '--error-on-warnings', '.']],
  ['dead code', 'knip', ['--no-progress']],
  ['no text outside the locales', 'i18next-cli', ['lint']],
] as const

export type CheckResult = Readonly<{ name: string; passed: boolean }>

export async function runChecks(): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const [name, tool, parameters] of checks) {
    const { code, output, seconds } = await runTool(tool, parameters, { quiet: true })
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
    if (code !== 0) console.log(output)
    results.push({ name, passed: code === 0 })
  }
  return results
}

if (import.meta.main) {
  const results = await runChecks()
  process.exitCode = results.every((result) => result.passed) ? 0 : 1
}
