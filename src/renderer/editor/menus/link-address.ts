import { safeLink } from '#domain/safe-link.ts'

/**
 * The address a person means: "baothainguyen.vn" is https, "toasoan@tn.vn" is mail, "0208 3855 000" a telephone.
 * Null when it is none that an article may hold.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:/iu.test(text) && !/^[^/]*\.[^/]*:\d/u.test(text)) return safeLink(text) ?? null
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text)) return safeLink(`mailto:${text}`) ?? null
  if (/^\+?[\d .()-]{6,}$/u.test(text)) return safeLink(`tel:${text.replace(/[^+\d]/gu, '')}`) ?? null
  if (/^[^\s/]+\.[^\s/]{2,}/u.test(text)) return safeLink(`https://${text}`) ?? null
  return null
}
