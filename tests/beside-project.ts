import { existsSync, readFileSync } from 'node:fs'

/**
 * A file that lies beside the project, in ../shared, and is not copied into it: a published schema, a real sample.
 * Where it is missing, what needs it says so in its title and on the terminal.
 */
export type BesideProject = Readonly<{ present: boolean; title(tested: string): string; read(): Buffer }>

export function besideProject(name: string): BesideProject {
  const path = `../shared/${name}`
  const present = existsSync(path)
  if (!present) console.warn(`NOT TESTED: ${path} is not beside this project`)
  return {
    present,
    title: (tested) => (present ? tested : `NOT TESTED, as ${path} is not here: ${tested}`),
    read: () => readFileSync(path),
  }
}
