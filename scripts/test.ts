import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChecks } from './check.ts'
import { projectRoot, runTool } from './command.ts'
import { preflight } from './preflight.ts'
import { testFolder } from './test-folder.ts'

type Tally = Readonly<{ passed: number; failed: number }>
const outputFolder = join(projectRoot, 'tests', '.output')

/** Checks, unit and soak-at-small-size tests, then the whole program in a real Chromium. */
async function main(): Promise<Tally> {
  if (!preflight('test')) return { passed: 0, failed: 1 }
  mkdirSync(outputFolder, { recursive: true })
  const checks = await runChecks()
  const build = await runTool('electron-vite', ['build'], { quiet: true })
  console.log(`${build.code === 0 ? '✓' : '✗'} build (${build.seconds.toFixed(1)} s)`)
  if (build.code !== 0) console.log(build.output)
  const steps = [...checks.map((check) => check.passed), build.code === 0]
  const folder = testFolder()
  const unit = await runVitest('unit', [], folder.environment)
  const endToEnd = await runVitest('e2e', ['--config', 'tests/e2e/vitest.config.ts'], folder.environment)
  folder.remove()
  return {
    passed: steps.filter(Boolean).length + unit.passed + endToEnd.passed,
    failed: steps.filter((passed) => !passed).length + unit.failed + endToEnd.failed,
  }
}

async function runVitest(
  name: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Tally> {
  const report = join(outputFolder, `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runTool('vitest', ['run', ...parameters, ...reporters], { environment })
  return tallyOf(report, code)
}

/** A runner that dies without a report, or fails outside any test, counts as one failure. */
function tallyOf(report: string, code: number): Tally {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    const failed = Number(numFailedTests)
    return { passed: Number(numPassedTests), failed: failed === 0 && code !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const tally = await main()
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1
