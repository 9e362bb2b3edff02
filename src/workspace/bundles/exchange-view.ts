import type { DeviceRow, ExchangeRow } from '#contract/bundles.ts'
import { prepared } from '../store/statements.ts'
import type { BundleServices } from './bundle-services.ts'
import { newestExchanges } from './exchange-rows.ts'
import { holdingOf, newsroomHolding } from './holdings.ts'
import { memoryHolding } from './memory-edits.ts'

const shown = 200

/** What was exchanged lately, and with which machines; what each holds is compared with what is here now (SYNC2). */
export function exchangesNow(services: BundleServices): { rows: ExchangeRow[]; devices: DeviceRow[] } {
  const { store } = services
  store.flush()
  const devices = prepared<[], { device: string; name: string; seenAt: number }>(
    store.read,
    'SELECT device, name, seen_at AS seenAt FROM devices ORDER BY seen_at DESC',
  ).all()
  const documents = prepared<[], { count: number }>(
    store.read,
    'SELECT count(*) AS count FROM documents',
  ).get()
  return {
    rows: newestExchanges(store.read, shown),
    devices: devices.map(({ device, name, seenAt }) => {
      const { same, differing, here } = compare(services, device)
      return { device, name, receivedAt: seenAt, same, differing, untold: (documents?.count ?? 0) - here }
    }),
  }
}

function compare(services: BundleServices, device: string) {
  const told = prepared<[string], { document: string; digest: string }>(
    services.store.read,
    'SELECT document, digest FROM device_states WHERE device = ?',
  ).all(device)
  const compared = told
    .filter(({ document }) => document !== newsroomHolding && document !== memoryHolding)
    .map(({ document, digest }) => ({ digest, held: holdingOf(services, document) }))
  const same = compared.filter(({ digest, held }) => digest === held).length
  const here = compared.filter(({ held }) => held !== undefined).length
  return { same, differing: compared.length - same, here }
}
