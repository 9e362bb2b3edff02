import type { Command } from './command.ts'
import { bundle } from './commands/bundle.ts'
import { call } from './commands/call.ts'
import { check } from './commands/check.ts'
import { clips } from './commands/clips.ts'
import { convert } from './commands/convert.ts'
import { demo } from './commands/demo.ts'
import { exportArticle } from './commands/export-article.ts'
import { importFiles } from './commands/import-files.ts'
import { join } from './commands/join.ts'
import { list } from './commands/list.ts'
import { backup, rebuild, restore } from './commands/maintenance.ts'
import { peaks } from './commands/peaks.ts'
import { posted } from './commands/posted.ts'
import { render } from './commands/render.ts'
import { report } from './commands/report.ts'
import { segment } from './commands/segment.ts'
import { serve } from './commands/serve.ts'
import { show } from './commands/show.ts'
import { tm } from './commands/tm.ts'
import { usb } from './commands/usb.ts'
import { verify } from './commands/verify.ts'

/** Every word that may follow `tramtin`. */
export const commands: Readonly<Record<string, Command>> = {
  demo,
  import: importFiles,
  list,
  show,
  export: exportArticle,
  posted,
  report,
  usb,
  verify,
  bundle,
  join,
  tm,
  check,
  convert,
  clips,
  peaks,
  render,
  call,
  segment,
  serve,
  backup,
  restore,
  rebuild,
}
