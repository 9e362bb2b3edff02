import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/** Only Linux tells whose a socket is. */
export const tellsUsers = process.platform === 'linux'

/**
 * True when a loopback connection comes from another user of this machine. Loopback is shared by all of them, and a
 * launch link can be read from the process list. Elsewhere than on Linux, and where /proc
 * says nothing, the launch token and cookie stand alone.
 */
export function isForeignUser(socket: Socket): boolean {
  const own = process.getuid?.()
  const { localPort, remotePort } = socket
  if (!tellsUsers || own === undefined || localPort === undefined || remotePort === undefined) return false
  const owner = ownerOf(remotePort, localPort)
  return owner !== undefined && owner !== own
}

function ownerOf(localPort: number, remotePort: number): number | undefined {
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .map((table) => findOwner(readTable(table), localPort, remotePort))
    .find((owner) => owner !== undefined)
}

/** The user id in the table's line for the socket that goes from `localPort` to `remotePort` (proc(5)). */
export function findOwner(table: string, localPort: number, remotePort: number): number | undefined {
  const line = table.split('\n').find((each) => {
    const [, local, remote] = each.trim().split(/\s+/)
    return portOf(local) === localPort && portOf(remote) === remotePort
  })
  const user = line?.trim().split(/\s+/)[7]
  return user === undefined ? undefined : Number(user)
}

function portOf(address: string | undefined): number {
  return Number.parseInt(address?.split(':')[1] ?? '', 16)
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
