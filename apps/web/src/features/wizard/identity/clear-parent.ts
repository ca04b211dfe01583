import type { QueryClient } from '@tanstack/react-query'
import type { Cloud } from '@trustwright/federation'
import type { DraftBody } from '@trustwright/shared-schemas'
import { parentTrustsQuery } from '../../../api/parent-queries.ts'
import { soon } from '../../../lib/soon.ts'
import { findSuggestions } from './find-suggestions.ts'
import { withFreeName } from './free-name.ts'
import type { SuggestedParent } from './rank-parents.ts'
import { workloadMissing } from '../review/set-up-of-draft.ts'

/** Nobody waits longer for a shorter way. */
const patienceMs = 3000

/** The draft with its identity, where that is clear: then no step asks for it, and the review says whom it is. Its trusts get names that are free there. */
export async function withClearParent(
  queries: QueryClient,
  body: DraftBody,
  cloud: Cloud,
  signal?: AbortSignal,
): Promise<DraftBody> {
  if (workloadMissing(body, cloud) !== null) return body
  if (body.parent !== null) return await freelyNamed(queries, body, cloud)
  const answer = await soon(findSuggestions(queries, body, cloud), patienceMs, signal)
  const sole = soleOfWorkload(answer?.found ?? [])
  if (sole === null) return body
  return await freelyNamed(queries, { ...body, parent: { kind: 'existing', parent: sole.parent } }, cloud)
}

/** The draft under a name that is free on its parent, where the parent's trusts can be read. */
export async function freelyNamed(queries: QueryClient, body: DraftBody, cloud: Cloud): Promise<DraftBody> {
  if (body.parent?.kind !== 'existing') return body
  const stored = queries.fetchQuery({ ...parentTrustsQuery(body.parent.parent), staleTime: 5000 })
  const answer = await stored.catch(() => null)
  return answer === null ? body : withFreeName(body, answer.trusts, cloud)
}

/** The one that trusts this workload already and has room; null where there is none, or a choice. */
export function soleOfWorkload(found: readonly SuggestedParent[]): SuggestedParent | null {
  const [sole, ...others] = found.filter(({ reason }) => reason === 'same-workload')
  return sole !== undefined && others.length === 0 && sole.fits ? sole : null
}
