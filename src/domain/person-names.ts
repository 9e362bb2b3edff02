/**
 * Orders names as Vietnamese lists do: by the given name, which stands last ("Lê Thu Hà" under Hà), then by the
 * whole name.
 */
export function comparePersonNames(left: string, right: string): number {
  return givenName(left).localeCompare(givenName(right), 'vi') || left.localeCompare(right, 'vi')
}

function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? ''
}
