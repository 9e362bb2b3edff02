/** What a scan of a signed sheet may be: the pictures that the workspace keeps. A PDF is not one of them. */
export const scanTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/gif'] as const

/** The same for the system's dialog; Windows knows pictures of phones by their ending only. */
export const scanAccept = [...scanTypes, '.heic', '.heif'].join(',')
