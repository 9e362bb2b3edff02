import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Oddity, OddityChoice } from '#documents/oddities.ts'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'

type Props = Readonly<{
  oddities: readonly Oddity[]
  article: Article
  locked: boolean
  onJump: (block: string) => void
  onSettle: (id: string, choice: OddityChoice) => void
}>

/** What two people did at once and only a person can decide: each settled by one click. */
export function OdditiesSection({ oddities, article, locked, onJump, onSettle }: Props) {
  const { t } = useTranslation('writing')
  if (oddities.length === 0) return null
  const excerpt = (id: string) => {
    const block = article.blocks.find((each) => each.id === id)
    return block ? blockText(block).slice(0, 80) : ''
  }
  return (
    <section className="wd-side-section" aria-labelledby="wd-oddities">
      <h2 id="wd-oddities">{t('oddity.title')}</h2>
      {oddities.map((oddity) => (
        <div key={oddity.id} className="wd-oddity">
          <p>{t(`oddity.kind.${oddity.kind}`)}</p>
          <button type="button" className="wd-oddity-text" onClick={() => onJump(oddity.blocks[0])}>
            {excerpt(oddity.blocks[0])}
          </button>
          {!locked && (
            <div className="wd-stamp-actions">
              {oddity.choices.map((choice) => (
                <Button
                  key={choice}
                  size="compact-xs"
                  variant={choice === 'drop' ? 'subtle' : 'default'}
                  color={choice === 'drop' ? 'red' : 'gray'}
                  onClick={() => onSettle(oddity.id, choice)}
                >
                  {t(`oddity.choice.${choiceName(oddity, choice)}`)}
                </Button>
              ))}
            </div>
          )}
        </div>
      ))}
    </section>
  )
}

function choiceName({ kind }: Oddity, choice: OddityChoice) {
  return choice === 'join' && kind === 'joinUndone' ? 'joinBefore' : choice
}
