/** Where a movement key leads from a row (-1 before all), or undefined when the key moves nothing. */
export function rowAfterKey(key: string, from: number, total: number, page: number): number | undefined {
  const last = Math.max(0, total - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(last, Math.max(0, from) + page)
    case 'PageUp':
      return Math.max(0, from - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
