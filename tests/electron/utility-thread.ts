import { EventEmitter } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'

/** Inside the thread that plays a utility process: gives the script the `process.parentPort` Electron would. */
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => parentPort?.postMessage(message),
})

parentPort?.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) =>
  port.emit('message', { data, ports: ports.map(portMain) }),
)

function portMain(real: MessagePort) {
  const wrapped = Object.assign(new EventEmitter(), {
    start() {
      real.on('message', (data) => wrapped.emit('message', { data, ports: [] }))
      real.on('close', () => wrapped.emit('close'))
    },
    postMessage: (data: unknown) => real.postMessage(data),
    close: () => real.close(),
  })
  return wrapped
}

Object.assign(process, { parentPort: port })
await import(workerData.script)
