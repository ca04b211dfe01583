import type { Directory } from '../directory-port.ts'
import { PortalError } from '../errors.ts'
import type { Caller, Clock } from '../ports.ts'

/** Which of these groups the caller is a member of; null where Graph does not tell them. */
export type OwnGroups = (caller: Caller, ids: readonly string[]) => Promise<readonly string[] | null>

const keptMs = 60_000
const mostKept = 500

/** Asks Graph as the caller. Answers are kept for a minute for each session, so that many writes ask once. */
export function createOwnGroups(directory: Pick<Directory, 'checkMemberGroups'>, clock: Clock): OwnGroups {
  const kept = new Map<string, { readonly at: number; readonly groups: readonly string[] | null }>()
  return async (caller, ids) => {
    if (ids.length === 0) return []
    const key = JSON.stringify([caller.sessionId, ...ids.toSorted()])
    const known = kept.get(key)
    if (known !== undefined && clock.now() - known.at < keptMs) return known.groups
    const groups = await unlessForbidden(directory.checkMemberGroups(caller, ids))
    kept.delete(key)
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(key, { at: clock.now(), groups })
    return groups
  }
}

async function unlessForbidden(asked: Promise<readonly string[]>): Promise<readonly string[] | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof PortalError && error.code === 'FORBIDDEN') return null
    throw error
  }
}
