import { isPictureFile } from '../paste/pasted-content.ts'

/** Endings of media files for which browsers and systems often know no type. */
const endings =
  /\.(?:mp4|m4v|mov|qt|mkv|webm|avi|mts|m2ts|ts|mxf|mpe?g|3gp|3g2|wmv|flv|dv|mp3|m4a|amr|wav|aac|flac|ogg|oga|opus|aiff?|caf)$/iu

/** Whether a file may be a clip; what it really is, the workspace reads from its bytes. */
export function isClipFile(file: Readonly<{ type: string; name: string }>): boolean {
  return /^(?:video|audio)\//u.test(file.type) || endings.test(file.name)
}

/** What stands in a text by itself: pictures and clips. */
export function isArticleFile(file: Readonly<{ type: string; name: string }>): boolean {
  return isPictureFile(file) || isClipFile(file)
}
