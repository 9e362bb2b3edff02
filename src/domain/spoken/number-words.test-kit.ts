const digits: Readonly<Record<string, bigint>> = {
  không: 0n,
  một: 1n,
  mốt: 1n,
  hai: 2n,
  ba: 3n,
  bốn: 4n,
  tư: 4n,
  năm: 5n,
  lăm: 5n,
  sáu: 6n,
  bảy: 7n,
  tám: 8n,
  chín: 9n,
  mười: 10n,
}

/** Reads Vietnamese number words back, on its own: knows nothing of how they are written. */
export function valueOfWords(words: string): bigint {
  let billions = 0n
  let total = 0n
  let group = 0n
  let digit: bigint | undefined
  for (const word of words.split(' ')) {
    if (word === 'trăm') [group, digit] = [group + (digit ?? 0n) * 100n, undefined]
    else if (word === 'mươi') [group, digit] = [group + (digit ?? 0n) * 10n, undefined]
    else if (word === 'linh') digit = undefined
    else if (word === 'mười') group += 10n
    else if (word === 'nghìn' || word === 'triệu') {
      total += (group + (digit ?? 0n)) * (word === 'nghìn' ? 1_000n : 1_000_000n)
      group = 0n
      digit = undefined
    } else if (word === 'tỷ') {
      billions = (billions + total + group + (digit ?? 0n)) * 1_000_000_000n
      total = 0n
      group = 0n
      digit = undefined
    } else {
      const value = digits[word]
      if (value === undefined) throw new Error(`No number word: ${word}`)
      digit = value
    }
  }
  return billions + total + group + (digit ?? 0n)
}
