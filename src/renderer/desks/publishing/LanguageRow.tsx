import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { openArticle, openTranslation } from '../../ui/navigation.ts'
import { PagePreview } from './PagePreview.tsx'
import { mayBeLookedAt, mayBePacked } from './packable.ts'
import { ReadinessMark } from './ReadinessMark.tsx'
import styles from './StoryBoard.module.css'

type Props = Readonly<{
  article: string
  ready: Readiness
  channelName: string
  along: boolean
  onAlong(along: boolean): void
}>

/** A language of the story on a channel: how it stands, whether it goes along, its page to look at. */
export function LanguageRow({ article, ready, channelName, along, onAlong }: Props) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const { language, state, translation, approvedAt } = ready
  const tongue = t(`common:tongue.${language}`, language)
  const when = approvedAt === null ? '' : format.moment(approvedAt)
  const open = () => (translation ? openTranslation(article, language) : openArticle(article, 'writing'))
  return (
    <li className={styles['language']}>
      <div className={styles['languageHead']}>
        <Checkbox
          size="xs"
          label={tongue}
          checked={along}
          disabled={!mayBePacked(ready)}
          onChange={(event) => onAlong(event.currentTarget.checked)}
        />
        <ReadinessMark state={state} />
        <span className={styles['languageActs']}>
          {mayBeLookedAt(ready) && (
            <PagePreview article={article} ready={ready} name={`${channelName} · ${tongue}`} small />
          )}
          <Button variant="subtle" size="compact-xs" onClick={open}>
            {t(translation ? 'openInTranslation' : 'openInWriting')}
          </Button>
        </span>
      </div>
      <p className={styles['explain']}>
        {t(translation ? `explainTranslation.${state}` : `explain.${state}`, { when })}
      </p>
    </li>
  )
}
