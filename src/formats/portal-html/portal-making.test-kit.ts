import { emptyMetadata } from '#domain/article.ts'
import type { Block, Run } from '#domain/blocks.ts'
import type { PortalRendition, PortalText } from '#domain/portal-text.ts'

export const pictureHash = 'ab'.repeat(32)

export function makeBlock(
  kind: Block['kind'],
  text: string | readonly Run[],
  rest: Partial<Block> = {},
): Block {
  const runs = typeof text === 'string' ? [{ text, marks: {} }] : text
  return { id: `${kind}-${JSON.stringify(runs).length}`, kind, runs, ...rest }
}

function makeRendition(width: number): PortalRendition {
  return {
    path: `pictures/abababababababab-w${width}.jpg`,
    rendition: `w${width}`,
    sha256: 'cd'.repeat(32),
    bytes: 1000,
    mediaType: 'image/jpeg',
    width,
    height: Math.round(width / 1.5),
  }
}

type TextRequest = Partial<Omit<PortalText, 'article'>> &
  Readonly<{ blocks?: readonly Block[]; metadata?: Partial<PortalText['article']['metadata']> }>

export function makePortalText({ blocks, metadata, ...rest }: TextRequest = {}): PortalText {
  return {
    articleId: '0199a000-0000-7000-8000-00000000000a',
    document: 'article:0199a000-0000-7000-8000-00000000000a',
    language: 'vi',
    languages: ['vi'],
    article: {
      metadata: { ...emptyMetadata, byline: 'Hoàng Nam', place: 'Thái Nguyên', ...metadata },
      blocks: blocks ?? [makeBlock('title', 'Khai mạc Lễ hội Trà'), makeBlock('paragraph', 'Sáng 24/11.')],
    },
    revision: 'ef'.repeat(32),
    approvedAt: Date.UTC(2026, 10, 24, 1, 2, 3),
    preview: false,
    newsroom: 'Báo Thái Nguyên',
    utcOffset: '+07:00',
    pictures: new Map([[pictureHash, [makeRendition(1600), makeRendition(480)]]]),
    ...rest,
  }
}
