import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '#domain/result.ts'
import { client, workspaceEvents } from '../../client/client.ts'
import { useCommands } from '../keymap/commands.ts'
import { later } from '../later.ts'
import { useStore } from '../store.ts'
import { type BundleTask, bundleTask } from './bundle-task.ts'

const OpenBundle = later(async () => (await import('./OpenBundle.tsx')).OpenBundle)
const SendStories = later(async () => (await import('./SendStories.tsx')).SendStories)
const AdmitMember = later(async () => (await import('./AdmitMember.tsx')).AdmitMember)

/** Stories on their way out and in, from whatever desk: the palette, a menu, files dropped on the window. */
export function BundleDialogs() {
  const { t } = useTranslation('bundles')
  const task = useStore(bundleTask)
  const picker = useRef<HTMLInputElement>(null)
  useOfferedFiles()
  useCommands([
    {
      id: 'openBundle',
      title: t('open.command'),
      group: 'general',
      keys: null,
      run: () => picker.current?.click(),
    },
    {
      id: 'sendSince',
      title: t('open.sinceCommand'),
      group: 'general',
      keys: null,
      run: () => bundleTask.set({ kind: 'sendSince' }),
    },
  ])
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".tramtin"
        aria-label={t('open.command')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          if (files.length > 0) bundleTask.set({ kind: 'open', files })
          event.currentTarget.value = ''
        }}
      />
      <Suspense>{task && <Dialog task={task} onClose={() => bundleTask.set(null)} />}</Suspense>
    </>
  )
}

/** What was opened in the system, by a double click: before this window was there, and from now on. */
function useOfferedFiles(): void {
  useEffect(() => {
    const take = async () => {
      const files = await client.files.offered().catch(() => [])
      if (files.length > 0) bundleTask.set({ kind: 'open', files })
    }
    void take()
    return workspaceEvents.subscribe((event) => {
      if (event.kind === 'offered') void take()
    })
  }, [])
}

function Dialog({ task, onClose }: Readonly<{ task: BundleTask; onClose(): void }>) {
  switch (task.kind) {
    case 'open':
      return <OpenBundle files={task.files} onClose={onClose} />
    case 'send':
      return <SendStories stories={task.stories} onClose={onClose} />
    case 'sendSince':
      return <SendStories stories={null} onClose={onClose} />
    case 'admit':
      return <AdmitMember file={task.file} onClose={onClose} />
    default:
      return assertNever(task)
  }
}
