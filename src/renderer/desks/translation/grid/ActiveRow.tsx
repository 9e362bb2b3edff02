import { Button } from '@mantine/core'
import { type Ref, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { codeLabel } from '../target/code-label.ts'
import { missingCodes } from '../target/codes-of.ts'
import { TargetEditor, type TargetHandle } from '../target/TargetEditor.tsx'
import { CodedWords } from './CodedWords.tsx'
import { ReferenceWords } from './GridRow.tsx'
import { Offers } from './Offers.tsx'
import styles from './RowGrid.module.css'
import { RowMenu } from './RowMenu.tsx'
import { RowStateMark } from './RowStateMark.tsx'
import { useRow } from './use-row.ts'
import { useRowActs } from './use-row-acts.ts'
import { Variants } from './Variants.tsx'

type Props = Readonly<{
  session: TranslationSession
  reference: TranslationSession | null
  id: string
  number: number
  onAdded: (row: string) => void
  ref: Ref<TargetHandle>
}>

/** The row in hand: its source, its target being written, and what helps to decide. */
export function ActiveRow({ session, reference, id, number, onAdded, ref }: Props) {
  const { t } = useTranslation('translation')
  const row = useRow(session, id)
  const acts = useRowActs(session, onAdded)
  const editor = useRef<TargetHandle>(null)
  const { sourceLanguage, language } = session.summary.get()
  if (!row) return null
  const isWritten = row.state !== 'omitted' && row.state !== 'variants'
  const missing = isWritten ? missingCodes(row.source, row.target) : []
  return (
    <div className={styles['active']} data-state={row.state}>
      <span className={styles['number']}>{number}</span>
      <div className={styles['source']} lang={sourceLanguage}>
        {row.kind === 'added' ? (
          <em className={styles['dim']}>{t('added')}</em>
        ) : (
          <CodedWords text={row.source} />
        )}
        {reference && <ReferenceWords session={reference} id={id} />}
      </div>
      {isWritten ? (
        <TargetEditor
          // A text of another origin (picked, merged) is another editor with a history of its own.
          key={`${row.merged}`}
          ref={(handle) => {
            editor.current = handle
            give(ref, handle)
          }}
          target={row.target}
          language={language}
          breaks={row.merged > 1}
          label={t('target', { number })}
          onWrite={(before, target) => session.write(id, before, target)}
        />
      ) : (
        <em className={styles['dim']}>{t(row.state === 'omitted' ? 'omitted' : 'pickOne')}</em>
      )}
      <div className={styles['marks']}>
        <RowStateMark state={row.state} />
        <RowMenu row={row} onAct={(act) => acts.mutate({ act, row: id })} />
      </div>
      <div className={styles['below']}>
        <ErrorNotice error={acts.error} />
        {missing.length > 0 && (
          <div className={styles['codes']}>
            <span className={styles['dim']}>{t('missingCodes')}</span>
            {missing.map((unit) => (
              <Button
                key={unit[0].number}
                size="compact-xs"
                variant="default"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => editor.current?.insertCodes(unit)}
              >
                {unit.map(codeLabel).join(' ')}
              </Button>
            ))}
          </div>
        )}
        {row.state === 'variants' && (
          <Variants session={session} row={row} onPicked={() => editor.current?.focus()} />
        )}
        {row.state === 'stale' && (
          <Offers
            row={row}
            sourceLanguage={sourceLanguage}
            language={language}
            onTake={(target: CodedText) => editor.current?.replace(target)}
          />
        )}
        {row.shared > 1 && <span className={styles['dim']}>{t('shared', { count: row.shared })}</span>}
      </div>
    </div>
  )
}

function give(ref: Ref<TargetHandle>, handle: TargetHandle | null): void {
  if (typeof ref === 'function') ref(handle)
  else if (ref) ref.current = handle
}
