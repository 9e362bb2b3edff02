/** Namespaces of the XMP properties that IPTC Photo Metadata uses. */
export const xmpNamespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
} as const

type Prefix = Exclude<keyof typeof xmpNamespaces, 'rdf'>
/** How a property holds its text: plain, one text per language, or a list. */
type Shape = 'plain' | 'languages' | 'list'

/** What a picture says of itself, after IPTC Photo Metadata; `''` is unsaid. */
export type PictureTexts = Readonly<{
  caption: string
  headline: string
  creator: string
  credit: string
  source: string
  copyright: string
  /** Alternative text (IPTC Alt Text (Accessibility)). */
  alt: string
  /** How the picture came to be, such as made by trained algorithms: an IPTC digital source type URI. */
  digitalSource: string
}>

/** Each text's XMP property, and its dataset number in the application record of IPTC-IIM. */
export const textProperties: Readonly<
  Record<keyof PictureTexts, Readonly<{ prefix: Prefix; name: string; shape: Shape; iim: number | null }>>
> = {
  caption: { prefix: 'dc', name: 'description', shape: 'languages', iim: 120 },
  headline: { prefix: 'photoshop', name: 'Headline', shape: 'plain', iim: 105 },
  creator: { prefix: 'dc', name: 'creator', shape: 'list', iim: 80 },
  credit: { prefix: 'photoshop', name: 'Credit', shape: 'plain', iim: 110 },
  source: { prefix: 'photoshop', name: 'Source', shape: 'plain', iim: 115 },
  copyright: { prefix: 'dc', name: 'rights', shape: 'languages', iim: 116 },
  alt: { prefix: 'Iptc4xmpCore', name: 'AltTextAccessibility', shape: 'languages', iim: null },
  digitalSource: { prefix: 'Iptc4xmpExt', name: 'DigitalSourceType', shape: 'plain', iim: null },
}

export const textNames = Object.keys(textProperties) as readonly (keyof PictureTexts)[]

export const noTexts: PictureTexts = {
  caption: '',
  headline: '',
  creator: '',
  credit: '',
  source: '',
  copyright: '',
  alt: '',
  digitalSource: '',
}
