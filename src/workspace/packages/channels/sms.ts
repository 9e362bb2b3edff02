import { canonicalJson } from '#domain/canonical-json.ts'
import { countSms, unaccented } from '#domain/sms.ts'
import { type ChannelFile, type ChannelText, textFile } from './channel-file.ts'

/** The message with and without marks, and into how many parts each goes. */
export function smsFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.flatMap((text) => {
    const accented = text.texts.text('text')
    const forms = { accented, unaccented: unaccented(accented) }
    const counts = {
      ...(text.preview ? { preview: text.previewNotice } : {}),
      accented: countSms(forms.accented),
      unaccented: countSms(forms.unaccented),
    }
    const { language } = text
    return [
      ...textFile(text, 'accented.txt', forms.accented),
      ...textFile(text, 'unaccented.txt', forms.unaccented),
      {
        path: `${language}/parts.json`,
        mediaType: 'application/json',
        language,
        content: canonicalJson(counts),
      },
    ]
  })
}
