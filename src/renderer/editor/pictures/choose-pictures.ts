const accepted = {
  figure: '.jpg,.jpeg,.png,.webp,.heic,.heif',
  clip: 'video/*,audio/*,.mkv,.mts,.m2ts,.mxf,.amr,.3gp',
} as const

/** The system's open dialog for pictures or clips. */
export function choosePictures(kind: keyof typeof accepted, take: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = accepted[kind]
  input.addEventListener('change', () => take([...(input.files ?? [])]))
  input.click()
}
