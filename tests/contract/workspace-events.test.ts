import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WorkspaceEvent } from '#contract/events.ts'
import { articleIdOf } from '#domain/document-id.ts'
import { createWorkspaceEvents } from '#renderer/client/workspace-events.ts'
import { type Served, serve } from './served.ts'
import { transports } from './transports.ts'

describe.each(transports)('What a window hears over $name', (transport) => {
  let served: Served
  const ended = new AbortController()
  beforeAll(async () => {
    served = await serve(transport)
  })
  afterAll(async () => {
    ended.abort()
    await served.close()
  })

  test('Every change is heard once, breaks included', async () => {
    const connection = await served.signedIn()
    const heard: WorkspaceEvent[] = []
    const events = createWorkspaceEvents(connection, ended.signal)
    const stop = events.subscribe((event) => heard.push(event))
    await connection.client.articles.list({})
    const made: (string | undefined)[] = []
    for (let round = 0; round < 5; round += 1) {
      made.push(articleIdOf(await served.makeArticle(`Bài ${round}`)))
      if (round === 2) served.reach.drop()
    }
    const ids = () => heard.flatMap((event) => (event.kind === 'articles' ? event.ids : []))
    await expect.poll(() => [...new Set(ids())]).toEqual(expect.arrayContaining(made))
    expect(heard.filter(({ kind }) => kind === 'reset')).toEqual([])
    stop()
    const before = heard.length
    await served.makeArticle('Không ai nghe')
    expect(heard).toHaveLength(before)
  })
})
