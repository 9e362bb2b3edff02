import { useEffect } from 'react'
import { assertNever } from '#domain/result.ts'
import { type TermsPart, termsPart } from '#renderer/ui/navigation.ts'
import { useStore } from '#renderer/ui/store.ts'
import { usePerson } from '#renderer/ui/workspace.tsx'
import { ConceptsPart } from './concepts/ConceptsPart.tsx'
import { keepDraftsOf } from './entries/drafts.ts'
import { GlossaryTasks } from './glossary/GlossaryTasks.tsx'
import { MemoryPart } from './memory/MemoryPart.tsx'
import { PeoplePart } from './people/PeoplePart.tsx'

/** The terms' desk (Thuật ngữ): what things are called, how people are named, and what was translated before. */
export function TermsDesk() {
  const part = useStore(termsPart)
  const { id } = usePerson()
  useEffect(() => keepDraftsOf(id), [id])
  return (
    <>
      <Part part={part} />
      <GlossaryTasks />
    </>
  )
}

function Part({ part }: Readonly<{ part: TermsPart }>) {
  switch (part) {
    case 'concepts':
      return <ConceptsPart />
    case 'people':
      return <PeoplePart />
    case 'memory':
      return <MemoryPart />
    default:
      return assertNever(part)
  }
}
