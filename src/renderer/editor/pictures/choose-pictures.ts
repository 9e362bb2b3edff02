/** The system's open dialog for pictures. */
export function choosePictures(take: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.jpg,.jpeg,.png,.webp,.heic,.heif'
  input.addEventListener('change', () => take([...(input.files ?? [])]))
  input.click()
}
