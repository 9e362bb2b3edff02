import { describe, expect, it } from 'vitest'
import { latest, recordGraph } from './record-graph.ts'
import type { SignedRecord } from './records.ts'

/** Only hashes and names matter to the graph: `a < b c` is a record `a` that names `b` and `c`. */
function makeGraph(...lines: readonly string[]) {
  const names = new Map<string, readonly string[]>()
  const items = lines.map((line) => {
    const [hash = '', named = ''] = line.split(' < ')
    names.set(hash, named.split(' ').filter(Boolean))
    return { hash } as SignedRecord
  })
  return recordGraph(items, (item) => names.get(item.hash) ?? [])
}

function hashesBefore(graph: ReturnType<typeof makeGraph>, hash: string): string {
  const item = graph.get(hash)
  return item ? [...graph.before(item).hashes].sort().join(' ') : 'absent'
}

describe('a graph of records', () => {
  it('knows all that a record leads back to, whatever the order they came in', () => {
    const graph = makeGraph('d < b c', 'b < a', 'c < a', 'a')
    expect(hashesBefore(graph, 'd')).toBe('a b c')
    expect(hashesBefore(graph, 'a')).toBe('')
  })

  it('says when something it leads back to is not at hand, near or far', () => {
    const graph = makeGraph('c < b', 'b < lost', 'a')
    expect(graph.upTo(['c']).complete).toBe(false)
    expect(graph.upTo(['lost']).complete).toBe(false)
    expect(graph.upTo(['a']).complete).toBe(true)
  })

  it('ends with what nothing follows', () => {
    const graph = makeGraph('d < b', 'c < a', 'b < a', 'a')
    expect(latest(graph, graph.items).map((item) => item.hash)).toEqual(['c', 'd'])
  })

  it('walks a long chain without running out of stack', () => {
    const links = Array.from({ length: 2000 }, (_, at) => (at === 0 ? 'r0' : `r${at} < r${at - 1}`))
    const graph = makeGraph(...links.reverse())
    expect(graph.upTo(['r1999']).hashes.size).toBe(2000)
  })
})
