const unit =
  '(?:%|‰|°|\\d{3}(?!\\d)|(?:km|cm|mm|m|ha|kg|mg|g|tấn|tạ|yến|lít|ml|l|kW|MW|kWh|GB|MB|đồng|USD|VNĐ|VND|tỷ|tỉ|triệu|nghìn|giờ|phút|giây|độ)(?!\\p{L}))'
const looseNbsp = new RegExp(`(?<!\\d)[\\u00a0\\u202f]|[\\u00a0\\u202f](?!${unit})`, 'gu')
const narrowNbsp = /\u202f/g
/** Joiners inside emoji sequences mean something; elsewhere they are debris of chats and web pages. */
const looseJoiner = /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
// Zero-width spaces and marks, soft hyphens, object placeholders and direction marks.
const invisible =
  /[\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\u00ad]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const oddSpaces = /[\t\u1680\u2000-\u200a\u205f\u3000]/g

/**
 * Text of a foreign file or clipboard as an article may hold it: NFC (LANG1), no invisible characters, no
 * tabs; a no-break space stays only between a number and its unit. Line breaks (`\n`) stay.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\u0085]/g, '\n')
    .replace(control, '')
    .replace(looseJoiner, '')
    .replace(invisible, '')
    .replace(looseNbsp, ' ')
    .replace(narrowNbsp, '\u00a0')
    .replace(oddSpaces, ' ')
    .replace(/ {2,}/g, ' ')
}

/** Eth stands for Đ in texts typed with old Windows keyboards; no Vietnamese text means the Icelandic letter. */
export function mendEth(text: string): string {
  return text.replace(/\u00d0/g, '\u0110').replace(/\u00f0/g, '\u0111')
}
