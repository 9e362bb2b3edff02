import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { client, orpc } from '#renderer/client/client.ts'
import { uploadFile } from '#renderer/client/upload.ts'
import type { ColumnRole } from './glossary-columns.ts'

/** How the file is to be read; null where the file is believed. */
export type Reading = Readonly<{
  sheet: string
  header: boolean | null
  columns: readonly ColumnRole[] | null
}>
const asItSeems: Reading = { sheet: '', header: null, columns: null }

/** Lets a glossary in and looks at it as it is to be read; nothing of it is kept yet (SAFE3). */
export function useGlossary(file: File) {
  const [key] = useState(() => crypto.randomUUID())
  const [reading, setReading] = useState(asItSeems)
  const upload = useQuery({
    queryKey: ['glossary', key],
    queryFn: async () => (await uploadFile(file)).grant,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const grant = upload.data ?? null
  const order = { ...reading, grant: grant ?? '', columns: reading.columns && [...reading.columns] }
  const preview = useQuery({
    ...orpc.terms.preview.queryOptions({ input: order, placeholderData: keepPreviousData }),
    enabled: grant !== null,
    retry: false,
  })
  /** A running import needs the file longer than the dialog: it lets it go itself. */
  const isTaken = useRef(false)
  useEffect(
    () => () => {
      if (grant !== null && !isTaken.current) void client.files.release({ grant }).catch(() => undefined)
    },
    [grant],
  )
  return {
    preview: preview.data,
    /** As it was last said, also while the file is being read so. */
    header: reading.header ?? preview.data?.header ?? false,
    columns: reading.columns ?? preview.data?.columns.map(({ role }) => role) ?? [],
    isReading: upload.isPending || preview.isPending,
    isBehind: preview.isPlaceholderData,
    error: upload.error ?? preview.error,
    change: (part: Partial<Reading>) => setReading((now) => ({ ...now, ...part })),
    order,
    take: () => {
      isTaken.current = true
    },
    giveBack: () => {
      isTaken.current = false
    },
  }
}
