import type { EditionKind } from '#domain/channels.ts'
import type { ChannelFile, ChannelText } from './channel-file.ts'
import { emailFiles } from './email.ts'
import { ledFiles } from './led.ts'
import { loudspeakerFiles } from './loudspeaker.ts'
import { facebookFiles, tiktokFiles, zaloFiles } from './posts.ts'
import { smsFiles } from './sms.ts'
import { youtubeFiles } from './youtube.ts'

const makers: Readonly<Record<EditionKind, (texts: readonly ChannelText[]) => readonly ChannelFile[]>> = {
  facebook: facebookFiles,
  youtube: youtubeFiles,
  tiktok: tiktokFiles,
  zalo: zaloFiles,
  sms: smsFiles,
  email: emailFiles,
  led: ledFiles,
  loudspeaker: loudspeakerFiles,
}

/** The files of a channel's package that follow from its texts alone; the same are made again to verify it. */
export function channelFiles(kind: EditionKind, texts: readonly ChannelText[]): readonly ChannelFile[] {
  return makers[kind](texts)
}
