import { Button } from '@mantine/core'
import { type Ref, type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationRow } from '#contract/translations.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { CodedWords } from '#renderer/ui/memory/CodedWords.tsx'
import { codeLabel } from '#renderer/ui/memory/code-label.ts'
import { Matches } from '#renderer/ui/memory/Matches.tsx'
import { Terms } from '#renderer/ui/memory/Terms.tsx'
import type { NamedFinding, RowChecks } from '../checks/row-checks.ts'
import { useRowFindings } from '../checks/use-row-findings.ts'
import { useHelp } from '../help/use-help.ts'
import { useHelpActs } from '../help/use-help-acts.ts'
import type { HelpKeys } from '../help/use-help-keys.ts'
import { missingCodes } from '../target/codes-of.ts'
import { TargetEditor, type TargetHandle } from '../target/TargetEditor.tsx'
import { ReferenceWords } from './GridRow.tsx'
import { Offers } from './Offers.tsx'
import { marksOf, RowFindings } from './RowFindings.tsx'
import styles from './RowGrid.module.css'
import { RowMenu } from './RowMenu.tsx'
import { RowStateMark } from './RowStateMark.tsx'
import { useRow } from './use-row.ts'
import { useRowActs } from './use-row-acts.ts'
import { Variants } from './Variants.tsx'

type Props = Readonly<{
  session: TranslationSession
  reference: TranslationSession | null
  checks: RowChecks | null
  /** What checks say of it beside other rows. */
  together: readonly NamedFinding[] | undefined
  /** Confirming was held up by what checks found. */
  stopped: boolean
  id: string
  number: number
  onAdded: (row: string) => void
  helpKeys: RefObject<HelpKeys | null>
  ref: Ref<TargetHandle>
}>

/** The row in hand. */
export function ActiveRow({ session, id, ...props }: Props) {
  const row = useRow(session, id)
  return row ? <OpenRow session={session} id={id} row={row} {...props} /> : null
}

type OpenProps = Props & Readonly<{ row: TranslationRow }>

/** Its source, its target being written, and what helps to decide. */
function OpenRow(props: OpenProps) {
  const { session, reference, checks, together, stopped, id, number, row, onAdded, helpKeys, ref } = props
  const { t } = useTranslation('translation')
  const acts = useRowActs(session, onAdded)
  const editor = useRef<TargetHandle>(null)
  const { sourceLanguage, language } = session.summary.get()
  const { matches, terms, partial } = useHelp(session, row)
  const findings = useRowFindings(checks, row, stopped)
  const isWritten = row.state !== 'omitted' && row.state !== 'variants'
  const { takeMatch, insertTerm } = useHelpActs({ editor, row, matches, terms, isWritten, keys: helpKeys })
  const missing = isWritten ? missingCodes(row.source, row.target) : []
  const marks = useMemo(
    () => [...terms.map((met) => ({ ...met, mark: 'term' })), ...marksOf(findings, 'source')],
    [terms, findings],
  )
  return (
    <div className={styles['active']} data-state={row.state}>
      <span className={styles['number']}>{number}</span>
      <div className={styles['source']} lang={sourceLanguage}>
        {row.kind === 'added' ? (
          <em className={styles['dim']}>{t('added')}</em>
        ) : (
          <div data-side="source">
            <CodedWords text={row.source} marks={marks} />
          </div>
        )}
        {reference && <ReferenceWords session={reference} id={id} />}
        <Terms terms={terms} language={language} onInsert={insertTerm} />
      </div>
      {isWritten ? (
        <div>
          <div data-side="target">
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
          </div>
          <RowFindings
            session={session}
            row={row}
            findings={findings}
            together={together ?? none}
            stopped={stopped}
            editor={editor}
          />
        </div>
      ) : (
        <em className={styles['dim']}>{t(row.state === 'omitted' ? 'omitted' : 'pickOne')}</em>
      )}
      <div className={styles['marks']}>
        <RowStateMark state={row.state} />
        <RowMenu row={row} busy={acts.isPending} onAct={(act) => acts.mutate({ act, row: id })} />
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
        {isWritten && (
          <Matches
            matches={matches}
            sourceLanguage={sourceLanguage}
            language={language}
            partial={partial}
            onTake={takeMatch}
          />
        )}
      </div>
    </div>
  )
}

const none: readonly NamedFinding[] = []

function give(ref: Ref<TargetHandle>, handle: TargetHandle | null): void {
  if (typeof ref === 'function') ref(handle)
  else if (ref) ref.current = handle
}
