import { pictureName, pictureType } from '../picture-type.ts'
import type { Relationship } from './package-parts.ts'
import { count, type Reading } from './reading.ts'
import { descendantNamed, type XmlElement } from './xml-tree.ts'

/** Word fills in file names and paths where nobody wrote a description: they describe nothing. */
function describes(alt: string): boolean {
  return !/^([a-z]:\\|\/|https?:|\w+[-\w]*\.(jpe?g|png|gif|bmp|tiff?|webp|heic)$)/i.test(alt.trim())
}

function altText(holder: XmlElement): string {
  const properties = descendantNamed(holder, 'docPr')
  const shape = descendantNamed(holder, 'shape')
  const alt = properties?.attributes['descr'] ?? shape?.attributes['alt'] ?? ''
  return describes(alt) ? alt : ''
}

function relationshipOf(reading: Reading, holder: XmlElement): Relationship | undefined {
  const image = descendantNamed(holder, 'blip') ?? descendantNamed(holder, 'imagedata')
  const id = image?.attributes['embed'] ?? image?.attributes['link'] ?? image?.attributes['r:id']
  return id === undefined ? undefined : reading.sources.relationships.get(id)
}

/**
 * Takes the picture of a `drawing`, `pict` or `object` element. Linked pictures are never fetched; kinds no
 * browser shows (WMF, EMF, TIFF …) are counted as unreadable.
 */
export function takePicture(
  reading: Reading,
  holder: XmlElement,
): Readonly<{ picture: string; alt: string }> | undefined {
  const relationship = relationshipOf(reading, holder)
  if (!relationship) return undefined
  if (relationship.external) {
    count(reading, 'remotePicturesDropped')
    return undefined
  }
  const bytes = reading.sources.parts.get(relationship.target)
  const mediaType = bytes && pictureType(bytes)
  if (!bytes || !mediaType) {
    count(reading, 'picturesUnreadable')
    return undefined
  }
  const known = reading.pictures.get(relationship.target)
  const name = known?.name ?? pictureName(reading.pictures.size + 1, mediaType)
  reading.pictures.set(relationship.target, { name, mediaType, bytes })
  return { picture: name, alt: altText(holder) }
}
