import { statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { readEndpoint, removeEndpoint, writeEndpoint } from './endpoint.ts'
import { workspacePaths } from './paths.ts'

const endpoint = { protocol: 1, url: 'http://127.0.0.1:4000/', token: 'x'.repeat(32), pid: 7, windows: [] }

test('an endpoint is readable by its user alone, and gone when it is removed', () => {
  const paths = workspacePaths(makeFolder())
  writeFileSync(paths.endpoint, 'cũ', { mode: 0o644 })
  writeEndpoint(paths, endpoint)
  expect(statSync(paths.endpoint).mode & 0o777).toBe(0o600)
  expect(readEndpoint(paths)).toEqual(endpoint)
  removeEndpoint(paths)
  expect(readEndpoint(paths)).toBeUndefined()
})

test('what is no endpoint is not believed', () => {
  const paths = workspacePaths(makeFolder())
  writeFileSync(paths.endpoint, '{"url":"http://x"}')
  expect(readEndpoint(paths)).toBeUndefined()
})

test('the endpoint of a killed owner is gone when the workspace has a new one', () => {
  const folder = `${makeFolder()}/w`
  makeStore({ folder }).close()
  writeEndpoint(workspacePaths(folder), endpoint)
  makeStore({ folder })
  expect(readEndpoint(workspacePaths(folder))).toBeUndefined()
})
