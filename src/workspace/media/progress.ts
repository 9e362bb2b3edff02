/** What `-progress` tells of a run: how many pictures came out, and up to which moment. */
export type MediaProgress = Readonly<{ frames: number; outMs: number }>

/**
 * Reads the `key=value` lines of ffmpeg's `-progress`, in whatever pieces they come. Answers the newest state after
 * each piece that ended a report.
 */
export function createProgressReader(): (piece: string) => MediaProgress | undefined {
  let rest = ''
  let frames = 0
  let outMs = 0
  return (piece) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    let ended = false
    for (const line of lines) {
      const [key = '', value = ''] = line.trim().split('=')
      if (key === 'frame') frames = numberOr(value, frames)
      else if (key === 'out_time_us') outMs = numberOr(value, outMs * 1000) / 1000
      else if (key === 'progress') ended = true
    }
    return ended ? { frames, outMs } : undefined
  }
}

/** Before the first packet ffmpeg writes `N/A`, and times before 0 while the start is being trimmed. */
function numberOr(text: string, other: number): number {
  const value = Number(text)
  return Number.isFinite(value) && text !== '' ? Math.max(0, value) : other
}
