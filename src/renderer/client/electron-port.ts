import type { ElectronBridge } from './shell.ts'

/** Asks preload for a port; it comes as a message of this very window carrying our nonce. */
export function requestElectronPort(bridge: ElectronBridge, signal: AbortSignal): Promise<MessagePort> {
  const nonce = crypto.randomUUID()
  const given = AbortSignal.any([signal, AbortSignal.timeout(5000)])
  return new Promise((resolve, reject) => {
    const receive = (event: MessageEvent) => {
      const [port] = event.ports
      if (event.source !== window || event.data?.tramtinPort !== nonce || port === undefined) return
      window.removeEventListener('message', receive)
      resolve(port)
    }
    window.addEventListener('message', receive)
    given.addEventListener('abort', () => {
      window.removeEventListener('message', receive)
      reject(given.reason)
    })
    bridge.requestPort(nonce)
  })
}
