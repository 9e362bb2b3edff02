import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { findOwner, isForeignUser } from './peer-user.ts'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 97707 1 0 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 97708 1 0 20 0 0 10 -1
   2: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 97709 1 0 20 0 0 10 -1
`

test('The owner of the far side of a connection is read from the table, not our own side of it', () => {
  expect(findOwner(table, 0xc350, 0x1f90)).toBe(1001)
  expect(findOwner(table, 0x1f90, 0xc350)).toBe(1000)
  expect(findOwner(table, 1, 2)).toBeUndefined()
  expect(findOwner('', 1, 2)).toBeUndefined()
})

test('SEC2: a connection of our own is not a stranger', async () => {
  const server = createServer()
  const arrived = new Promise<Socket>((resolve) => server.once('connection', resolve))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  expect(isForeignUser(await arrived)).toBe(false)
  client.destroy()
  server.close()
})
