import type { WorkflowView } from '#contract/workflow.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import type { Services } from '../services.ts'
import { submissionBeside } from './beside.ts'
import { submissionChanges } from './changes.ts'
import { approveOnPaper, approveSubmission, recallSubmission, returnSubmission } from './deciding.ts'
import { listQueue } from './queue.ts'
import { type MayLeave, submitDocument } from './submitting.ts'
import { viewWorkflow } from './workflow-view.ts'

/** Sending, approving, returning: `contract/workflow.ts`. `catchUp` brings the list's rows up to date. */
export function workflowRouter(services: Services, catchUp: () => void, mayLeave: MayLeave) {
  const { workflow } = operations
  const view = (context: ClientContext, document: DocumentId): WorkflowView =>
    answer(viewWorkflow(services, context, document))
  return {
    status: workflow.status.handler(({ input, context }) => view(context, input.document as DocumentId)),
    submit: workflow.submit.handler(({ input, context }) => {
      const document = input.document as DocumentId
      answer(submitDocument(services, context, { ...input, document }, mayLeave))
      return view(context, document)
    }),
    return: workflow.return.handler(({ input, context }) =>
      view(context, answer(returnSubmission(services, context, input))),
    ),
    approve: workflow.approve.handler(({ input, context }) =>
      view(context, answer(approveSubmission(services, context, input))),
    ),
    approveOnPaper: workflow.approveOnPaper.handler(({ input, context }) =>
      view(context, answer(approveOnPaper(services, context, input))),
    ),
    recall: workflow.recall.handler(({ input, context }) =>
      view(context, answer(recallSubmission(services, context, { ...input, note: '' }))),
    ),
    queue: workflow.queue.handler(({ context }) => {
      catchUp()
      const items = listQueue(services, context)
      return { items, waitingForMe: items.filter((item) => item.blocked === null).length }
    }),
    beside: workflow.beside.handler(({ input }) => answer(submissionBeside(services, input.submission))),
    changes: workflow.changes.handler(({ input }) => answer(submissionChanges(services, input.submission))),
  }
}
