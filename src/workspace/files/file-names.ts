const longest = 200

/**
 * A client's file name made safe to show and to offer: the last part of whatever path it carried, NFC, without
 * control and direction-changing characters (which can make "gpj.exe" read as "exe.jpg").
 */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  return clean === '' || clean === '.' || clean === '..' ? 'file' : shortened(clean)
}

/** Keeps the ending, which says what the file is, and whole characters. */
function shortened(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= longest) return name
  const dot = characters.lastIndexOf('.')
  const ending = dot > 0 && characters.length - dot <= 10 ? characters.slice(dot) : []
  return [...characters.slice(0, longest - ending.length), ...ending].join('')
}
