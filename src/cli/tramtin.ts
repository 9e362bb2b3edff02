import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

// Before any other module is read: the next start then finds them compiled.
const { directory } = enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'))
// threads and further processes use it as well
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= directory

const { runCommandLine } = await import('./command-line.ts')
const ended = runCommandLine(process.argv.slice(2))
// what serves for days may be killed before it can write at its end
setTimeout(flushCompileCache, 10_000).unref()
process.exitCode = await ended
