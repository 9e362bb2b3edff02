import * as Y from 'yjs'
import { bodyText, endEmbed, type HeadEmbed, markerFlags } from './roots.ts'

/** A name no other marker has: the Yjs id of the item that comes next, which must hold it. */
export function freshMarker(doc: Y.Doc): string {
  return `${doc.clientID.toString(36)}.${Y.getState(doc.store, doc.clientID).toString(36)}`
}

/** The same for any number of markers that are put in together. */
export function freshMarkers(doc: Y.Doc): () => string {
  const first = freshMarker(doc)
  let count = 0
  return () => (count++ === 0 ? first : `${first}-${count}`)
}

export function flagHere(doc: Y.Doc, marker: string): void {
  markerFlags(doc).set(`${marker}/here`, true)
}

/** Both answer the index behind what they put in. The empty attributes keep marks from running on. */
export function insertHead(doc: Y.Doc, at: number, head: HeadEmbed): number {
  bodyText(doc).insertEmbed(at, head, {})
  flagHere(doc, head.m)
  return at + 1
}

export function insertEnd(doc: Y.Doc, at: number): number {
  bodyText(doc).insertEmbed(at, endEmbed, {})
  return at + 1
}

export function flagGone(doc: Y.Doc, marker: string): void {
  if (marker !== '') markerFlags(doc).set(`${marker}/gone`, true)
}

/** Gives the marker a block of its own, named after it. */
export function flagOwn(doc: Y.Doc, marker: string): void {
  markerFlags(doc).set(`${marker}/own`, true)
}

export function unflagGone(doc: Y.Doc, marker: string): void {
  markerFlags(doc).delete(`${marker}/gone`)
}

export function flagJoined(doc: Y.Doc, marker: string, target: string): void {
  markerFlags(doc).set(`${marker}/joined`, target)
}

export function unflagJoined(doc: Y.Doc, marker: string): void {
  markerFlags(doc).delete(`${marker}/joined`)
}
