/** A process that is ready and does nothing: what crashes in tests of how often it is started again. */
process.parentPort.postMessage({ kind: 'ready', language: 'vi' })
process.parentPort.on('message', ({ data }) => data.kind === 'close' && process.exit(0))
