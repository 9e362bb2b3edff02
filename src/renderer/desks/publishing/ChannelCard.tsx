import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportAction } from './ExportAction.tsx'
import { IssueList } from './IssueList.tsx'
import { LanguageRow } from './LanguageRow.tsx'
import { PagePreview } from './PagePreview.tsx'
import { mayBeLookedAt, mayBePacked } from './packable.ts'
import { ReadinessMark } from './ReadinessMark.tsx'
import styles from './StoryBoard.module.css'

type Channel = Readonly<{ id: string; name: string; names: Readonly<Record<string, string>> }>
type Props = Readonly<{
  article: string
  /** Of one channel: the story's own language first. */
  languages: readonly Readiness[]
  channel: Channel | undefined
}>

/** One channel: which languages of the story may leave, what to look at first, the one next action. */
export function ChannelCard({ article, languages, channel }: Props) {
  const { i18n } = useTranslation('publishing')
  const [unwanted, setUnwanted] = useState<ReadonlySet<string>>(new Set())
  const [own] = languages
  if (!own) return null
  const name = channel?.names[i18n.language] ?? channel?.name ?? own.channel
  const wanted = languages.filter(({ language }) => !unwanted.has(language))
  function want(language: string, along: boolean): void {
    setUnwanted((before) => {
      const now = new Set(before)
      if (along) now.delete(language)
      else now.add(language)
      return now
    })
  }
  const only = languages.length === 1 && !own.translation
  return (
    <section className={styles['card']} aria-label={name}>
      {only ? (
        <OneLanguage name={name} ready={own} />
      ) : (
        <>
          <h3 className={styles['cardName']}>{name}</h3>
          <ul className={styles['languages']}>
            {languages.map((ready) => (
              <LanguageRow
                key={ready.language}
                article={article}
                ready={ready}
                channelName={name}
                along={mayBePacked(ready) && wanted.includes(ready)}
                onAlong={(along) => want(ready.language, along)}
              />
            ))}
          </ul>
        </>
      )}
      {languages.map((ready) => (
        <IssueList key={ready.language} ready={ready} named={!only} />
      ))}
      <ExportAction article={article} own={own} languages={wanted.filter(mayBePacked)}>
        {only && mayBeLookedAt(own) && <PagePreview article={article} ready={own} name={name} />}
      </ExportAction>
    </section>
  )
}

function OneLanguage({ name, ready }: Readonly<{ name: string; ready: Readiness }>) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const when = ready.approvedAt === null ? '' : format.moment(ready.approvedAt)
  return (
    <>
      <div className={styles['cardHead']}>
        <h3>{name}</h3>
        <span>{t(`common:tongue.${ready.language}`, ready.language)}</span>
      </div>
      <ReadinessMark state={ready.state} />
      <p className={styles['explain']}>{t(`explain.${ready.state}`, { when })}</p>
    </>
  )
}
