import { existsSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Benchmark } from '../tests/benchmarks/benchmark.ts'
import { projectRoot } from './command.ts'

/** Each bench measures our figure and its peer's in one run; ratios travel between machines, times do not. */
const benches = [
  'typing',
  'latency',
  'open',
  'search',
  'memory',
  'grid',
  'subtitles',
  'burn-in',
  'package',
  'start',
]

async function main(): Promise<void> {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const writes = process.argv.includes('--write')
  if (writes && asked.length > 0) throw new Error('What is written is the whole table: name no bench')
  const [load = 0] = loadavg()
  const results: Benchmark[] = []
  for (const name of asked.length > 0 ? asked : benches) {
    const file = join(projectRoot, 'tests', 'benchmarks', `${name}.ts`)
    if (!existsSync(file)) throw new Error(`There is no bench called ${name}`)
    const { run } = (await import(file)) as { run: () => Promise<Benchmark | readonly Benchmark[]> }
    const found = [await run()].flat()
    results.push(...found)
    for (const result of found) console.log(row(result))
  }
  if (writes) writeFileSync(join(projectRoot, 'docs', 'benchmarks.md'), page(results, load))
  if (results.some((result) => result.ratio > result.goal)) process.exitCode = 1
}

function row(bench: Benchmark): string {
  const unit = bench.unit ?? 'ms'
  const met = bench.ratio <= bench.goal ? 'met' : 'missed'
  return `| ${bench.name} | ${bench.work} | ${bench.value.toFixed(2)} ${unit} | ${bench.peer} | ${bench.peerValue.toFixed(2)} ${unit} | ${bench.ratio.toFixed(bench.goal < 0.1 ? 4 : 2)}× | ≤ ${bench.goal}× | ${met} |`
}

function page(results: readonly Benchmark[], load: number): string {
  const [cpu] = cpus()
  const machine = `${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`
  return `# Benchmarks

\`npm run bench\` prints this table, \`npm run bench -- --write\` writes it. Each figure stands beside its peer or limit,
measured in the same run; compare the ratios, not the times. Goals are those of the design.

Measured on ${machine}, Node ${process.version}, on ${new Date().toISOString().slice(0, 10)}; load average before it: ${load.toFixed(1)}.

| bench | work | ours | peer | peer's | ratio | goal | |
|---|---|---|---|---|---|---|---|
${results.map(row).join('\n')}

${results.flatMap(({ name, notes = [] }) => notes.map((note) => `- **${name}**: ${note}`)).join('\n')}
`
}

await main()
