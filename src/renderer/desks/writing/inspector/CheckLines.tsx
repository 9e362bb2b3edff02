import { IconAlertCircle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleCheck, CheckGroup } from './article-checks.ts'

type Props = Readonly<{ group: CheckGroup; onJump: (block: string) => void }>

/** What one kind of check has to say: a single one leads to its place, several unfold into theirs. */
export function CheckLines({ group, onJump }: Props) {
  const [only] = group.checks
  if (group.checks.length === 1 && only) {
    return (
      <li>
        <IconAlertCircle size={15} aria-hidden />
        <CheckWords check={only} onJump={onJump} />
      </li>
    )
  }
  return <ManyAlike group={group} onJump={onJump} />
}

function CheckWords({ check, onJump }: Readonly<{ check: ArticleCheck; onJump: (block: string) => void }>) {
  const { t } = useTranslation('writing')
  const words = t(`check.${check.code}`, { count: check.count })
  if (check.block === '') return <span>{words}</span>
  return (
    <button type="button" onClick={() => onJump(check.block)}>
      {words}
    </button>
  )
}

function ManyAlike({ group, onJump }: Props) {
  const { t } = useTranslation('writing')
  const [open, setOpen] = useState(false)
  const places = useId()
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <li className="wd-checks-alike">
      <Chevron size={15} aria-hidden />
      <button type="button" aria-expanded={open} aria-controls={places} onClick={() => setOpen(!open)}>
        {t(`check.many.${group.code}`, { count: group.checks.length })}
      </button>
      {open && (
        <ul id={places} className="wd-check-places">
          {group.checks.map((check) => (
            <li key={check.block}>
              <PlaceButton check={check} onJump={onJump} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function PlaceButton({ check, onJump }: Readonly<{ check: ArticleCheck; onJump: (block: string) => void }>) {
  const { t } = useTranslation('writing')
  const { place = 1, caption = '' } = check.picture ?? {}
  return (
    <button type="button" title={caption || undefined} onClick={() => onJump(check.block)}>
      {caption === '' ? t('check.picture', { place }) : t('check.pictureNamed', { place, caption })}
    </button>
  )
}
