import type { GlossaryPreview } from '#contract/terms.ts'

export type ColumnRole = GlossaryPreview['columns'][number]['role']

const termRoles = ['term', 'allowed', 'forbidden'] as const
export const plainRoles = ['ignore', 'kind', 'note', 'source'] as const

/** A column's role as one choice of a list: `term zh`, `note`. */
export function choiceOf({ role, language }: ColumnRole): string {
  return language === null ? role : `${role} ${language}`
}

export function roleOf(choice: string): ColumnRole {
  const [name = '', language] = choice.split(' ')
  const role = termRoles.find((each) => each === name)
  if (role !== undefined && language !== undefined) return { role, language }
  return { role: plainRoles.find((each) => each === name) ?? 'ignore', language: null }
}

/** What a column may hold for one language. */
export function choicesIn(
  language: string,
): readonly Readonly<{ choice: string; role: ColumnRole['role'] }>[] {
  return termRoles.map((role) => ({ choice: `${role} ${language}`, role }))
}

/** The languages offered for columns: the house's, those of the file, and what else is at hand. */
export function columnLanguages(
  columns: GlossaryPreview['columns'],
  offered: readonly string[],
): readonly string[] {
  return [...new Set([...offered, ...columns.flatMap(({ role }) => role.language ?? [])])]
}

/** The columns with one of them changed. A language that had its terms in another column has them here now. */
export function withColumn(
  columns: readonly ColumnRole[],
  at: number,
  role: ColumnRole,
): readonly ColumnRole[] {
  return columns.map((column, index) => {
    if (index === at) return role
    const isTaken = role.role === 'term' && column.role === 'term' && column.language === role.language
    return isTaken ? { role: 'ignore', language: null } : column
  })
}
