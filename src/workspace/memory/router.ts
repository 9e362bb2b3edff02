import { type Failure, failure } from '#contract/failures.ts'
import type { MemoryMatch, MemoryUnit } from '#contract/memory.ts'
import { memorySubject } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import { diffTexts } from '#domain/text-diff.ts'
import type { ClientContext } from '../binding/clients.ts'
import { releaseAfter } from '../binding/granted-job.ts'
import { answer, operations } from '../binding/operations.ts'
import { mayWork, signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { countMemory } from './counting.ts'
import { type EditServices, editHeads, takeEdits } from './edits.ts'
import { describeExport, exportTmx } from './exporting.ts'
import { importTmx } from './importing.ts'
import type { Found } from './lookup.ts'
import { batchStates, contentOf, findBatch, findUnit, setBatchState, textsOf } from './memory-rows.ts'
import { type MemoryService, questionOf } from './memory-service.ts'
import { findPhrase, findView, type NameOf } from './unit-views.ts'

type Needs = Services & EditServices

/** `contract/memory.ts`. */
export function memoryRouter(services: Needs, memory: MemoryService) {
  const { memory: operation } = operations
  const { store, records, paths } = services
  const nameOf: NameOf = (profile) => records.person(profile)?.name ?? profile
  return {
    lookup: operation.lookup.handler(async ({ input }) => {
      const { found, complete } = await memory.lookup(questionOf(input))
      return { matches: found.map((each) => matchView(each, input.source, nameOf)), complete }
    }),
    concordance: operation.concordance.handler(({ input }) => findPhrase(store.read, input, nameOf)),
    get: operation.get.handler(({ input }) => answer(unitOf(services, input.unit, nameOf))),
    edit: operation.edit.handler(({ input, context }) => {
      answer(signEdit(services, context, { ...input, withdrawn: false }))
      return answer(unitOf(services, input.unit, nameOf))
    }),
    withdraw: operation.withdraw.handler(({ input, context }) => {
      answer(signedIn(services, context))
      answer(signWithdrawal(services, context, input))
      return answer(unitOf(services, input.unit, nameOf))
    }),
    counts: operation.counts.handler(() => countMemory(store.read, nameOf)),
    importFile: operation.importFile.handler(async ({ input, context }) => {
      const person = answer(signedIn(services, context))
      // its file is let go of when it ends
      if (services.jobs.get(input.id)) return { job: input.id }
      const grant = answer(services.grants.find(input.grant))
      await services.jobs.start({ id: input.id, kind: 'import', subject: grant.name }, async (control) => {
        const done = await importTmx(services, { id: input.id, grant, by: person.id }, control)
        if (!done.ok) return done
        memory.reports.set(input.id, done.value)
        services.events.emit({ kind: 'memory' })
        return succeed(input.id)
      })
      releaseAfter(services, input.id, grant.id)
      return { job: input.id }
    }),
    importReport: operation.importReport.handler(({ input }) => {
      const report = memory.reports.get(input.id)
      return answer(report ? succeed(report) : notFound(input.id))
    }),
    setBatch: operation.setBatch.handler(({ input, context }) => {
      answer(signedIn(services, context))
      answer(importedBatch(services, input.id))
      const state = input.withdrawn ? batchStates.withdrawn : batchStates.live
      store.write((db) => setBatchState(db, input.id, state))
      services.events.emit({ kind: 'memory' })
      return countMemory(store.read, nameOf)
    }),
    exportFile: operation.exportFile.handler(async ({ input, context }) => {
      answer(mayWork(services, context))
      if (input.path !== null && !context.trusted)
        answer(fail(failure('grant-unknown', { grant: input.path })))
      const subject = [input.from, input.to].filter(Boolean).join(' → ') || 'TMX'
      await services.jobs.start({ id: input.id, kind: 'memoryExport', subject }, (control) =>
        exportTmx(services, input, control),
      )
      return { job: input.id }
    }),
    download: operation.download.handler(async ({ input, context }) => {
      answer(mayWork(services, context))
      return answer(await describeExport(paths, input.id))
    }),
  }
}

function matchView(found: Found, asked: CodedText, nameOf: NameOf): MemoryMatch {
  const { unit, score, source, target, kind, name, document, at, by } = found
  return {
    unit,
    score,
    source: [...source],
    target: [...target],
    differences: [...diffTexts(plainText(source), plainText(asked))],
    origin: { kind, name, document },
    at,
    by: nameOf(by),
  }
}

function unitOf({ store }: Needs, id: string, nameOf: NameOf): Result<MemoryUnit, Failure> {
  const view = findView(store.read, id, nameOf)
  return view ? succeed(view) : notFound(id)
}

function notFound(what: string): Result<never, Failure> {
  return fail(failure('not-found', { what }))
}

/**
 * Only what one person brought in is taken out by a word: what was learnt or written by hand is not one batch, and an
 * import under way is not whole (SAFE3).
 */
function importedBatch({ store }: Needs, id: string): Result<null, Failure> {
  const found = findBatch(store.read, id)
  const isWhole = found?.kind === 'import' && found.state !== batchStates.unfinished
  return isWhole ? succeed(null) : notFound(id)
}

type Edit = Readonly<{
  id: string
  unit: string
  texts: readonly Readonly<{ language: string; text: CodedText }>[]
  withdrawn: boolean
}>

function signEdit(services: Needs, context: ClientContext, edit: Edit): Result<null, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const stamp = edit.texts.map(({ text }) => findStamp(plainText(text).normalize('NFC'))).find(Boolean)
  if (stamp) return fail(failure('secret-stamp', { where: edit.unit, ...stamp }))
  const signed = services.records.sign(person.value.id, {
    ...services.records.base(person.value.id, edit.id),
    kind: 'memoryEdit',
    document: memorySubject,
    unit: edit.unit,
    texts: edit.texts,
    withdrawn: edit.withdrawn,
    replaces: editHeads(services, edit.unit),
  })
  if (!signed.ok) return signed
  if (takeEdits(services) > 0) services.events.emit({ kind: 'memory' })
  return succeed(null)
}

/** The unit's texts are said again, so that a machine that lacks it knows what was taken out. */
function signWithdrawal(
  services: Needs,
  context: ClientContext,
  { id, unit }: Readonly<{ id: string; unit: string }>,
): Result<null, Failure> {
  const known = findUnit(services.store.read, unit)
  if (!known) return notFound(unit)
  const texts = textsOf(services.store.read, known.number).map((row) => ({
    language: row.tag,
    text: contentOf(row),
  }))
  return signEdit(services, context, { id, unit, texts, withdrawn: true })
}
