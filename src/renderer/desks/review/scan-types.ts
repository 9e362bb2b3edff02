/** What a scan of a signed sheet may be: the pictures that the workspace keeps, or a PDF, which nothing reads. */
export const scanTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/gif',
  'application/pdf',
] as const

/** The same for the system's dialog; Windows knows pictures of phones by their ending only. */
export const scanAccept = [...scanTypes, '.heic', '.heif'].join(',')
