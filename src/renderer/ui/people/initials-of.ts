/** "Trần Thị Hạnh" → "TH"; a name of one word gives one letter, Chinese and Korean names their last two. */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/)
  const [only = ''] = words
  if (/^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(only) && words.length === 1) return only.slice(-2)
  const [first = '?'] = only.toLocaleUpperCase()
  const [last = ''] = words.length > 1 ? (words.at(-1) ?? '').toLocaleUpperCase() : ''
  return first + last
}
