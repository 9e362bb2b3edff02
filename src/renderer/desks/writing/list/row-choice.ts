/** Which row the keyboard stands on, and which rows an action will take. Rows are named by article id. */
export type RowChoice = Readonly<{
  active: number
  /** Where a range began (Shift). */
  anchor: number
  chosen: ReadonlySet<string>
}>

export const noChoice: RowChoice = { active: 0, anchor: 0, chosen: new Set() }

type RowId = (index: number) => string | undefined

/** A plain move or click: the row becomes the only one. */
export function chooseOne(index: number): RowChoice {
  return { active: index, anchor: index, chosen: new Set() }
}

/** Ctrl+click or Ctrl+Space: takes a row in or out. The first time, the row one stood on comes along. */
export function toggleRow(choice: RowChoice, index: number, idOf: RowId): RowChoice {
  const chosen = new Set(choice.chosen)
  const before = idOf(choice.active)
  if (chosen.size === 0 && before !== undefined && choice.active !== index) chosen.add(before)
  const id = idOf(index)
  if (id !== undefined && !chosen.delete(id)) chosen.add(id)
  return { active: index, anchor: index, chosen }
}

/** Shift: every loaded row from the anchor to here. */
export function extendTo(choice: RowChoice, index: number, idOf: RowId): RowChoice {
  const chosen = new Set<string>()
  const [from, to] = choice.anchor < index ? [choice.anchor, index] : [index, choice.anchor]
  for (let row = from; row <= to; row++) {
    const id = idOf(row)
    if (id !== undefined) chosen.add(id)
  }
  return { active: index, anchor: choice.anchor, chosen }
}
