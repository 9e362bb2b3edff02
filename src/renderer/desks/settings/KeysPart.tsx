import { KeyList } from '../../ui/keymap/KeySheet.tsx'

/** The same list of keys that Ctrl+/ opens. */
export function KeysPart() {
  return <KeyList />
}
