/** The text colours that WebVTT gives classes to (W3C WebVTT, default CSS), by name. */
const colors: Readonly<Record<string, string>> = {
  white: '#ffffff',
  lime: '#00ff00',
  cyan: '#00ffff',
  red: '#ff0000',
  yellow: '#ffff00',
  magenta: '#ff00ff',
  blue: '#0000ff',
  black: '#000000',
}

export function colorOfClass(name: string): string | undefined {
  return Object.hasOwn(colors, name) ? colors[name] : undefined
}

/** The class of a colour that is written as a name or as `#rrggbb`. */
export function classOfColor(color: string): string | undefined {
  const wanted = color.trim().toLowerCase()
  const hex = wanted.startsWith('#') ? wanted : `#${wanted}`
  return Object.entries(colors).find(([name, value]) => name === wanted || value === hex)?.[0]
}
