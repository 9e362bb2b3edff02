import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { translationDocument } from '#domain/document-id.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { useTranslationSession } from '#renderer/client/use-translation-session.ts'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { useStore } from '#renderer/ui/store.ts'
import { useSavedIndicator } from '#renderer/ui/use-saved-indicator.ts'
import { usePerson } from '#renderer/ui/workspace.tsx'
import { useCheckAll } from './checks/use-check-all.ts'
import { useRowChecks } from './checks/use-row-checks.ts'
import { useTogether } from './checks/use-together.ts'
import { LookupDialog } from './concordance/LookupDialog.tsx'
import { useLookups } from './concordance/use-lookups.ts'
import { ActiveRow } from './grid/ActiveRow.tsx'
import { RowGrid } from './grid/RowGrid.tsx'
import { RowPlace } from './grid/RowPlace.tsx'
import { passes, type RowFilter } from './grid/row-filter.ts'
import { type HelpKeys, useHelpKeys } from './help/use-help-keys.ts'
import { type InspectorTab, TranslationInspector } from './inspector/TranslationInspector.tsx'
import { useRowScores } from './scores/use-row-scores.ts'
import { TranslationHead } from './TranslationHead.tsx'
import styles from './TranslationWork.module.css'
import type { TargetHandle } from './target/TargetEditor.tsx'
import { useTranslationKeys } from './use-translation-keys.ts'

type Props = Readonly<{ session: TranslationSession; inspector: HTMLDivElement | null }>

/** One translation: its head, its sentences, the one in hand being written. */
export function TranslationWork({ session, inspector }: Props) {
  const { t } = useTranslation('translation')
  const summary = useStore(session.summary)
  const order = useStore(session.order)
  const unfollowed = useStore(session.unfollowed)
  const [active, setActive] = useState<string | null>(() => firstToDo(session))
  const [filter, setFilter] = useState<RowFilter>('all')
  const [words, setWords] = useState('')
  const [referenceLanguage, setReferenceLanguage] = useState<string | null>(null)
  const [tab, setTab] = useState<InspectorTab>('preview')
  const checks = useRowChecks(session)
  const check = useCheckAll(session, checks)
  const editor = useRef<TargetHandle>(null)
  const helpKeys = useRef<HelpKeys>(null)
  useHelpKeys(helpKeys)
  const scores = useRowScores(session)
  const together = useTogether(session)
  const lookups = useLookups(active, editor)
  const person = usePerson()
  const reference = useTranslationSession(
    referenceLanguage === null
      ? null
      : translationDocument({ article: summary.article, language: referenceLanguage }),
    person.id,
  )
  useSavedIndicator(session, summary.updatedAt)
  const places = useMemo(() => new Map(order.map((id, at) => [id, at])), [order])
  // The filter is asked when it changes: a row that is confirmed meanwhile stays until then.
  const shown = useMemo(
    () => order.filter((id) => isShown(session, id, filter, words)),
    [session, order, filter, words],
  )
  // A row that goes because its sentence changed hands over to the one that stands there now.
  const lastAt = useRef(0)
  useEffect(() => {
    const at = active === null ? -1 : shown.indexOf(active)
    if (at >= 0) lastAt.current = at
    else if (active !== null && !places.has(active)) setActive(shown[lastAt.current] ?? shown.at(-1) ?? null)
  }, [active, shown, places])
  function reveal(id: string) {
    if (!shown.includes(id)) {
      setFilter('all')
      setWords('')
    }
    setActive(id)
  }
  function checkWhole() {
    setTab('problems')
    check.run()
  }
  const stopped = useTranslationKeys({
    session,
    shown,
    active,
    checks,
    editor,
    onChoose: setActive,
    onCheckAll: checkWhole,
  })
  const held = reference.kind === 'open' ? reference.session : null
  return (
    <div className={styles['work']}>
      <TranslationHead
        summary={summary}
        filter={filter}
        words={words}
        reference={referenceLanguage}
        onFilter={setFilter}
        onWords={setWords}
        onReference={setReferenceLanguage}
        onLookUp={lookups.lookUp}
      />
      <FailureNotice failure={unfollowed} />
      {shown.length === 0 && <p className={styles['empty']}>{t('noRows')}</p>}
      <RowGrid
        key={`${filter}|${words}`}
        session={session}
        reference={held}
        shown={shown}
        places={places}
        active={active}
        scores={scores}
        together={together}
        onChoose={setActive}
      >
        {(id, number) => (
          <ActiveRow
            key={id}
            ref={editor}
            session={session}
            reference={held}
            checks={checks}
            together={together.get(id)}
            stopped={stopped === id}
            id={id}
            number={number}
            onAdded={setActive}
            helpKeys={helpKeys}
          />
        )}
      </RowGrid>
      <RowPlace at={places.get(active ?? '')} all={order.length} shown={shown.length} />
      <LookupDialog session={session} lookups={lookups} editor={editor} />
      {inspector &&
        createPortal(
          <TranslationInspector
            session={session}
            active={active}
            check={check}
            tab={tab}
            onTab={setTab}
            onChoose={reveal}
          />,
          inspector,
        )}
    </div>
  )
}

function isShown(session: TranslationSession, id: string, filter: RowFilter, words: string): boolean {
  const row = session.rows.get().get(id)
  return row !== undefined && passes(row, filter, words)
}

function firstToDo(session: TranslationSession): string | null {
  const order = session.order.get()
  return order.find((id) => isShown(session, id, 'open', '')) ?? order[0] ?? null
}
