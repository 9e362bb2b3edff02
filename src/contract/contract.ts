import { articles } from './articles.ts'
import { bundles } from './bundles.ts'
import { clips } from './clips.ts'
import { documents } from './documents.ts'
import { editions } from './editions.ts'
import { events } from './events.ts'
import { files } from './files.ts'
import { assets, imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { maintenance } from './maintenance.ts'
import { memory } from './memory.ts'
import { packages } from './packages.ts'
import { people } from './people.ts'
import { publications } from './publications.ts'
import { renders } from './renders.ts'
import { revisions } from './revisions.ts'
import { secrets } from './secrets.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { slides } from './slides.ts'
import { terms } from './terms.ts'
import { tracks } from './tracks.ts'
import { translations } from './translations.ts'
import { workflow } from './workflow.ts'

/** All that a workspace can be asked, and all that it tells. Both transports and the CLI speak this. */
export const contract = {
  session,
  people,
  articles,
  documents,
  revisions,
  workflow,
  translations,
  files,
  imports,
  assets,
  clips,
  tracks,
  renders,
  packages,
  editions,
  publications,
  jobs,
  secrets,
  maintenance,
  memory,
  terms,
  bundles,
  settings,
  slides,
  events,
}
export type Contract = typeof contract
