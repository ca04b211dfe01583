import type { Database } from '../../db/database.ts'
import { formatPlace, parsePlace } from './read-place.ts'
import { lastRevision, readStanding } from './store/read-standing.ts'
import { readChanges, type VersionRow } from './store/read-versions.ts'

interface PageWanted {
  readonly owner: string
  readonly after: string
  readonly limit: number
  readonly snapshot?: number | undefined
  readonly parent?: string | undefined
}

interface ReadPage {
  readonly changes: readonly VersionRow[]
  readonly nextAfter: string
  readonly hasMore: boolean
}

/**
 * First what stands, parent by parent, then what changed since the beginning of that, in its order. What changes while
 * somebody reads is so told at the end, whether or not its place was passed. An older snapshot does not change.
 */
export async function readPage(db: Database, wanted: PageWanted): Promise<ReadPage> {
  const { owner, limit, snapshot, parent } = wanted
  const place = parsePlace(wanted.after)
  if (snapshot !== undefined || place?.past === null) {
    const after = place?.revision ?? 0
    const changes = await readChanges(db, { owner, after, limit, snapshot, parent })
    const nextAfter = String(changes.at(-1)?.revision ?? after)
    return { changes, nextAfter, hasMore: changes.length === limit }
  }
  const revision = place?.revision ?? (await lastRevision(db, owner))
  const changes = await readStanding(db, { owner, past: place?.past ?? null, limit, parent })
  const last = changes.length === limit ? changes.at(-1) : undefined
  const hasMore = last !== undefined || (await lastRevision(db, owner)) > revision
  return { changes, nextAfter: formatPlace({ revision, past: last ?? null }), hasMore }
}
