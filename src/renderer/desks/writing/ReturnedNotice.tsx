import { useQuery } from '@tanstack/react-query'
import type { DocumentId } from '#domain/document-id.ts'
import { orpc } from '#renderer/client/client.ts'
import { ReturnNote } from '#renderer/ui/workflow/ReturnNote.tsx'
import { noteToAnswer } from '#renderer/ui/workflow/return-note.ts'

/** At the head of a page that came back: what the approver asked for. It goes when the text is sent again. */
export function ReturnedNotice({ document }: Readonly<{ document: DocumentId }>) {
  const { data } = useQuery(orpc.workflow.status.queryOptions({ input: { document } }))
  const entry = data && noteToAnswer(data)
  if (!entry) return null
  return (
    <div className="wd-returned">
      <div>
        <ReturnNote entry={entry} reader="writer" />
      </div>
    </div>
  )
}
