import { ActionIcon, Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core'
import { IconChevronDown, IconSearch, IconSortDescending, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode, type RefObject, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { workflowStates } from '#domain/workflow-state.ts'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { StateMark } from '#renderer/ui/workflow/StateMark.tsx'
import { useSectionName } from '../use-section-name.ts'
import { type ArticleFilter, type FilterName, orders, toggleValue, withText } from './article-filter.ts'

type Props = Readonly<{
  filter: ArticleFilter
  onChange: (filter: ArticleFilter) => void
  searchBox: RefObject<HTMLInputElement | null>
  onLeave: () => void
}>
type Choice = Readonly<{ value: string; label: ReactNode; count: number }>

function FilterButton(
  props: Readonly<{
    label: string
    held: readonly string[]
    choices: readonly Choice[]
    onToggle: (value: string) => void
  }>,
) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const { label, held, choices, onToggle } = props
  return (
    <Popover position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant={held.length > 0 ? 'light' : 'subtle'}
          color={held.length > 0 ? 'ink' : 'gray'}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {held.length > 0 ? `${label} (${held.length})` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {choices.length === 0 && <span className="wd-row-faint">{t('filter.none')}</span>}
        <div className="wd-filter-choices">
          {choices.map((choice) => (
            <Checkbox
              key={choice.value}
              size="xs"
              checked={held.includes(choice.value)}
              onChange={() => onToggle(choice.value)}
              label={
                <span className="wd-filter-label">
                  {choice.label}
                  <span className="wd-row-faint">{format.number(choice.count)}</span>
                </span>
              }
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function SortMenu({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { t } = useTranslation('writing')
  const shown = filter.text.trim() === '' ? orders : (['relevance', ...orders] as const)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('filter.order', { order: t(`order.${filter.order}`) })}
          title={t('filter.order', { order: t(`order.${filter.order}`) })}
        >
          <IconSortDescending size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('filter.orderBy')}</Menu.Label>
        {shown.map((order) => (
          <Menu.Item
            key={order}
            role="menuitemradio"
            aria-checked={filter.order === order}
            fw={filter.order === order ? 600 : 400}
            onClick={() => onChange({ ...filter, order })}
          >
            {t(`order.${order}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function choicesOf(counts: Readonly<Record<string, number>>, label: (value: string) => ReactNode): Choice[] {
  return Object.entries(counts)
    .filter(([value, count]) => value !== '' && count > 0)
    .sort(([, left], [, right]) => right - left)
    .map(([value, count]) => ({ value, label: label(value), count }))
}

/** Search box and filters with their counts; scrolling the list does not draw them anew. */
export const ListFilters = memo(function ListFilters({ filter, onChange, searchBox, onLeave }: Props) {
  const { t } = useTranslation('writing')
  const facets = useQuery(orpc.articles.facets.queryOptions({ staleTime: 5000 })).data
  const sectionName = useSectionName()
  const languageName = useLanguageName()
  const hint = useId()
  const toggle = (name: FilterName) => (value: string) => onChange(toggleValue(filter, name, value))
  const states = workflowStates
    .map((state) => ({ value: state, label: <StateMark state={state} />, count: facets?.states[state] ?? 0 }))
    .filter((choice) => choice.count > 0 || filter.states.includes(choice.value))
  return (
    <search className="wd-filters">
      <TextInput
        ref={searchBox}
        size="xs"
        type="search"
        placeholder={t('filter.search')}
        aria-label={t('filter.search')}
        aria-describedby={hint}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange(withText(filter, event.currentTarget.value))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onLeave()
          } else if (event.key === 'Escape' && filter.text !== '') onChange(withText(filter, ''))
        }}
        rightSection={
          filter.text !== '' && (
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t('filter.clear')}
              onClick={() => onChange(withText(filter, ''))}
            >
              <IconX size={12} aria-hidden />
            </ActionIcon>
          )
        }
      />
      <span id={hint} className="tt-hidden">
        {t('filter.hint')}
      </span>
      <div className="wd-filter-row">
        <FilterButton
          label={t('filter.states')}
          held={filter.states}
          choices={states}
          onToggle={toggle('states')}
        />
        <FilterButton
          label={t('filter.sections')}
          held={filter.sections}
          choices={choicesOf(facets?.sections ?? {}, sectionName)}
          onToggle={toggle('sections')}
        />
        <FilterButton
          label={t('filter.languages')}
          held={filter.languages}
          choices={choicesOf(facets?.languages ?? {}, languageName)}
          onToggle={toggle('languages')}
        />
        <span className="wd-spring" />
        <SortMenu filter={filter} onChange={onChange} />
      </div>
    </search>
  )
})
