import { failure } from '#contract/failures.ts'
import type { GlossaryImportReport, MetTermView, TermbaseView } from '#contract/terms.ts'
import { removeEntry, writeConcept, writePerson } from '#documents/termbase/termbase.ts'
import { fail, succeed } from '#domain/result.ts'
import { type FoundTerm, formsIn } from '#domain/terms/recognise.ts'
import { type Official, primaryLanguage } from '#domain/terms/termbase.ts'
import { releaseAfter } from '../binding/granted-job.ts'
import { answer, operations } from '../binding/operations.ts'
import { mayWork, signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { importGlossary } from './glossary-importing.ts'
import { previewOf, readGrantedGlossary } from './glossary-reading.ts'
import { writeGlossaryFile } from './glossary-writing.ts'
import type { TermbaseService } from './termbase-service.ts'

/** `contract/terms.ts`. */
export function termsRouter(services: Services, termbase: TermbaseService) {
  const { terms } = operations
  /** What imports of this process did, by their id. */
  const reports = new Map<string, GlossaryImportReport>()
  const view = (): TermbaseView => {
    const { concepts, people } = termbase.read()
    return {
      concepts: concepts.map((concept) => ({ ...concept, terms: [...concept.terms] })),
      people: people.map((person) => ({ ...person, titles: [...person.titles], names: [...person.names] })),
      shipped: termbase.isShipped(),
    }
  }
  return {
    get: terms.get.handler(view),
    find: terms.find.handler(({ input }) =>
      termbase.find(input.text, input.from).flatMap((found) => metView(termbase, found, input)),
    ),
    saveConcept: terms.saveConcept.handler(async ({ input: { concept }, context }) => {
      const person = answer(signedIn(services, context))
      const texts = [concept.note, concept.source, ...concept.terms.flatMap(({ text, note }) => [text, note])]
      answer(await termbase.change(person.id, texts, (doc) => writeConcept(doc, concept)))
      return view()
    }),
    savePerson: terms.savePerson.handler(async ({ input: { person }, context }) => {
      const signed = answer(signedIn(services, context))
      const texts = [person.name, person.note, person.source, ...person.titles.map(({ text }) => text)]
      answer(await termbase.change(signed.id, texts, (doc) => writePerson(doc, person)))
      return view()
    }),
    remove: terms.remove.handler(async ({ input, context }) => {
      const person = answer(signedIn(services, context))
      answer(await termbase.change(person.id, [], (doc) => removeEntry(doc, input.kind, input.id)))
      return view()
    }),
    preview: terms.preview.handler(async ({ input, context }) => {
      answer(signedIn(services, context))
      return previewOf(answer(await readGrantedGlossary(services, input)), termbase.read().concepts)
    }),
    importFile: terms.importFile.handler(async ({ input, context }) => {
      const { id: by } = answer(signedIn(services, context))
      const { id, ...reading } = input
      // its file is let go of when it ends
      if (services.jobs.get(id)) return { job: id }
      const grant = answer(services.grants.find(reading.grant))
      await services.jobs.start({ id, kind: 'import', subject: grant.name }, async (control) => {
        const done = await importGlossary(services, termbase, { id, reading, by }, control)
        if (!done.ok) return done
        reports.set(id, done.value)
        return succeed(id)
      })
      releaseAfter(services, id, grant.id)
      return { job: id }
    }),
    importReport: terms.importReport.handler(({ input }) => {
      const report = reports.get(input.id)
      return answer(report ? succeed(report) : fail(failure('not-found', { what: input.id })))
    }),
    exportFile: terms.exportFile.handler(async ({ input, context }) => {
      answer(mayWork(services, context))
      return answer(await writeGlossaryFile(services.paths, input, termbase.read().concepts))
    }),
  }
}

type Asked = Readonly<{ text: string; to: string }>

function metView(termbase: TermbaseService, found: FoundTerm, { text, to }: Asked): MetTermView[] {
  const { kind, id, start, end } = found
  const place = { kind, id, start, end, term: text.slice(start, end) }
  if (kind === 'concept') {
    const concept = termbase.concept(id)
    if (!concept) return []
    const { allowed, forbidden } = formsIn(concept, to)
    const approved = concept.status === 'approved'
    const forms = { allowed: [...allowed], forbidden: [...forbidden] }
    return [{ ...place, ...forms, note: concept.note, approved, gender: '', titles: [] }]
  }
  const person = termbase.read().people.find((each) => each.id === id)
  if (!person) return []
  const { names, approved } = namesFor(person, to)
  const titles = titlesIn(termbase, person, to)
  const { note, gender } = person
  return [{ ...place, allowed: names, forbidden: [], note, approved, gender, titles }]
}

function titlesIn(termbase: TermbaseService, { titles }: Official, to: string): MetTermView['titles'] {
  return titles
    .map(({ text, concept, from, until }) => {
      const known = termbase.concept(concept)
      return { text, from, until, forms: known ? [...formsIn(known, to).allowed] : [] }
    })
    .sort((left, right) => (left.from < right.from ? 1 : -1))
}

/** In a Latin script a Vietnamese name goes without its marks unless somebody wrote it otherwise. */
function namesFor(person: Official, to: string): Readonly<{ names: string[]; approved: boolean }> {
  const own = person.names.filter(({ language }) => primaryLanguage(language) === primaryLanguage(to))
  if (own.length > 0)
    return { names: own.map(({ text }) => text), approved: own.every(({ confirmed }) => confirmed) }
  if (primaryLanguage(to) !== 'en') return { names: [], approved: false }
  const plain = person.name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
  return { names: [plain], approved: false }
}
