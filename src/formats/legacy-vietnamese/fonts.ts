export type LegacyEncoding = 'tcvn3' | 'vni'
export type LegacyFont = Readonly<{ encoding: LegacyEncoding; capitals: boolean }>

/** The encoding a font stands for: .VnTime, .VnArialH (capitals), VNI-Times. Undefined for all others. */
export function legacyFont(name: string | undefined): LegacyFont | undefined {
  if (name === undefined) return undefined
  if (/^\.Vn/i.test(name))
    return {
      encoding: 'tcvn3',
      capitals: /H$/.test(name.trim().split(/\s/, 1)[0] ?? '') || (/h$/i.test(name) && !/tech$/i.test(name)),
    }
  return /^VNI[-\s]/i.test(name) ? { encoding: 'vni', capitals: false } : undefined
}
