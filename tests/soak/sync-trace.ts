/** One system call of a trace by `strace -f -y`, whole: halves that other threads cut apart are joined. */
type Call = Readonly<{ name: string; argument: string; result: string }>

/**
 * Reads a trace and names every acknowledgement (a line `ack …` written to the standard output) that left before
 * an fdatasync on the write-ahead log had returned for what was written to it (SAFE1). `syncs` counts those.
 */
export function unsyncedAcks(
  trace: string,
): Readonly<{ acks: number; syncs: number; early: readonly string[] }> {
  let dirty = false
  let syncs = 0
  let syncedSinceStart = false
  const early: string[] = []
  let acks = 0
  for (const call of parseTrace(trace)) {
    if (isLogWrite(call)) {
      dirty = true
      syncedSinceStart = false
    } else if (isLogSync(call)) {
      dirty = false
      syncedSinceStart = true
      syncs += 1
    } else if (isAck(call)) {
      acks += 1
      if (dirty || !syncedSinceStart) early.push(call.argument)
    }
  }
  return { acks, syncs, early }
}

function isLogWrite({ name, argument }: Call): boolean {
  return /^p?write(64|v)?$/.test(name) && /^\d+<[^>]*-wal>/.test(argument)
}

function isLogSync({ name, argument, result }: Call): boolean {
  return /^f(data)?sync$/.test(name) && /^\d+<[^>]*-wal>/.test(argument) && result === '0'
}

function isAck({ name, argument }: Call): boolean {
  return name === 'write' && /^1<[^>]*>, "ack /.test(argument)
}

/** In the order in which the calls returned; a write of an acknowledgement counts from when it began. */
function parseTrace(trace: string): readonly Call[] {
  const begun = new Map<string, string>()
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      const start = rest.slice(0, -'<unfinished ...>'.length)
      const whole = parseCall(`${start.trimEnd()}) = ?`)
      if (whole && isAck(whole)) return [whole]
      begun.set(thread, start)
      return []
    }
    const [, end] = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest) ?? []
    if (end === undefined) return callsOf(rest)
    const start = begun.get(thread)
    begun.delete(thread)
    return start === undefined ? [] : callsOf(start + end)
  })
}

function callsOf(text: string): readonly Call[] {
  const call = parseCall(text)
  return call ? [call] : []
}

function parseCall(text: string): Call | undefined {
  const [, name, argument, result] = /^(\w+)\((.*)\)\s+= (\S+)/.exec(text) ?? []
  return name && argument !== undefined && result ? { name, argument, result } : undefined
}
