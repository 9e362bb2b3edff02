const longest = 60

/**
 * A title as part of a file name that every system and web server accepts: lower-case ASCII letters, digits
 * and single hyphens, cut at a word near 60 characters; 12.500 is
 * one number. Empty when nothing of it can be written so (zh, ko).
 */
export function fileSlug(title: string): string {
  const ascii = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/(\d)[.,](?=\d{3}(?!\d))/g, '$1')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (ascii.length <= longest) return ascii
  const cut = ascii.lastIndexOf('-', longest)
  return ascii.slice(0, cut > 0 ? cut : longest)
}
