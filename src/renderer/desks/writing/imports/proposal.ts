import type { ImportPreview, ProposedBlock } from '#contract/imports.ts'
import type { ArticleMetadata } from '#domain/article.ts'
import type { BlockKind } from '#domain/blocks.ts'
import { retypeRuns } from './retyped-runs.ts'

type Metadata = ImportPreview['metadata']

/** An import's preview as the person has left it so far. Dropped blocks stay visible and can be taken back. */
export type Proposal = Readonly<{
  language: string
  metadata: Metadata
  blocks: readonly ProposedBlock[]
  dropped: ReadonlySet<string>
}>

export function proposalOf(preview: ImportPreview): Proposal {
  return {
    language: preview.language,
    metadata: preview.metadata,
    blocks: preview.blocks,
    dropped: new Set(),
  }
}

export function proposedText(block: ProposedBlock): string {
  return block.runs.map((run) => run.text).join('')
}

/** Kinds a block may be changed to: pictures stay pictures, text cannot become one. */
export function kindsFor(block: ProposedBlock): readonly BlockKind[] {
  if (block.picture !== null) return ['figure']
  if (block.kind === 'divider') return ['divider', 'paragraph']
  return ['title', 'lead', 'paragraph', 'heading', 'quote', 'bullet', 'number']
}

export function changeBlock(proposal: Proposal, id: string, change: Partial<ProposedBlock>): Proposal {
  return {
    ...proposal,
    blocks: proposal.blocks.map((block) => (block.id === id ? { ...block, ...change } : block)),
  }
}

/** A change of kind is the person's own word: the guess is gone. An article has one title: the former becomes text. */
export function changeKind(proposal: Proposal, id: string, kind: BlockKind): Proposal {
  const cleared =
    kind === 'title'
      ? proposal.blocks.map((block) =>
          block.kind === 'title' && block.id !== id
            ? { ...block, kind: 'paragraph' as const, guess: '' }
            : block,
        )
      : proposal.blocks
  return changeBlock({ ...proposal, blocks: cleared }, id, { kind, guess: '' })
}

/** The person typed a block's text over. A missing title is no guess any more; a dateline may have gone. */
export function retypeBlock(proposal: Proposal, id: string, text: string): Proposal {
  return {
    ...proposal,
    blocks: proposal.blocks.map((block) => {
      if (block.id !== id) return block
      const runs = retypeRuns(block.runs, text)
      const opening = proposedText(block).slice(0, block.dateline)
      const guess = block.guess === 'titleMissing' ? '' : block.guess
      return { ...block, runs, guess, dateline: text.startsWith(opening) ? block.dateline : 0 }
    }),
  }
}

/** The dateline that opens a block's text ("(TN) - "), without its dash; empty for none. */
export function openingDateline(block: ProposedBlock): string {
  return proposedText(block)
    .slice(0, block.dateline)
    .replace(/\s*[-–—:.]?\s*$/, '')
}

/** The person agrees that a dateline leaves the text: it moves to the article's own field. */
export function moveDateline(proposal: Proposal, id: string): Proposal {
  const block = proposal.blocks.find((each) => each.id === id)
  if (!block || block.dateline === 0) return proposal
  const text = proposedText(block).slice(block.dateline)
  const moved = changeBlock(proposal, id, { runs: retypeRuns(block.runs, text), dateline: 0 })
  return setMetadata(moved, 'dateline', openingDateline(block))
}

export function toggleDropped(proposal: Proposal, id: string): Proposal {
  const dropped = new Set(proposal.dropped)
  if (!dropped.delete(id)) dropped.add(id)
  return { ...proposal, dropped }
}

export function setMetadata(
  proposal: Proposal,
  name: keyof ArticleMetadata,
  value: string | boolean,
): Proposal {
  return { ...proposal, metadata: { ...proposal.metadata, [name]: value } }
}

export function keptBlocks(proposal: Proposal): readonly ProposedBlock[] {
  return proposal.blocks.filter((block) => !proposal.dropped.has(block.id))
}

/** How many guesses nobody has looked at yet: shown so that they are not overlooked. */
export function countGuesses(proposal: Proposal): number {
  return keptBlocks(proposal).filter((block) => block.guess !== '').length
}
