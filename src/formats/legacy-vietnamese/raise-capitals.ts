const word = /\p{L}+/gu

function isCapital(text: string): boolean {
  return text.length >= 2 && !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)
}

/** Small letters with marks among capitals: the encoding had no capitals for them. */
function couldBeCapital(text: string): boolean {
  return !/[a-z]/.test(text) && /\p{Ll}/u.test(text)
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0
}

function raiseLine(line: string): string {
  const words = line.match(word) ?? []
  const sure = words.map((each) => isCapital(each) || (couldBeCapital(each) && capitals(each) >= 2))
  const raised = words.map((each, at) => {
    if (sure[at]) return true
    const sides = [sure[at - 1], sure[at + 1]].filter((side) => side !== undefined)
    return couldBeCapital(each) && sides.length > 0 && sides.every(Boolean)
  })
  let at = 0
  return line.replace(word, (each) => {
    const capital = raised[at] === true
    at += 1
    return capital ? each.toUpperCase() : each
  })
}

/**
 * TCVN3 text typed in capitals has small letters wherever a tone stands ("§¶NG Bé"): the capital font hid it.
 * Raises them where the letters or words around are capitals.
 */
export function raiseCapitals(text: string): string {
  return text.split('\n').map(raiseLine).join('\n')
}
