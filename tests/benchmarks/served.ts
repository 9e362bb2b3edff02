import { serveWorkspace } from '#browser/serve.ts'

/** A browser shell in a process of its own: `served.ts <workspace> [<page folder>]`. */
const [folder = '', rendererRoot] = process.argv.slice(2)
const served = await serveWorkspace(folder, {
  open: false,
  port: 0,
  announce: (url) => console.log(url),
  report: (error) => console.error(error),
  ...(rendererRoot === undefined ? {} : { rendererRoot }),
})
if (!served.ok) throw new Error(served.failure.code)
const stopped = await served.value.stopped
if (!stopped.ok) throw new Error(stopped.failure.code)
