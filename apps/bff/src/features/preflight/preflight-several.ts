import { isDeepStrictEqual } from 'node:util'
import {
  limits,
  type DiagnosedCause,
  type SeveralPreflight,
  type SeveralPreflightRequest,
} from '@trustwright/shared-schemas'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller } from '../../ports.ts'
import { gatherFacts } from './gather-facts.ts'
import { judgeDraft } from './judge-draft.ts'
import { ownRules } from './own-rules.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/** The same for several trusts of one parent, each beside those before it. Azure is asked as often as for one. */
export async function preflightSeveral(
  deps: PreflightDeps,
  caller: Caller,
  { parent, drafts }: SeveralPreflightRequest,
): Promise<SeveralPreflight> {
  const [{ contextOf, stored, told }, refusalsOf] = await Promise.all([
    gatherFacts(deps, caller, parent, drafts),
    ownRules(deps, caller, parent),
  ])
  const wanted = drafts.map(toDiagnosed)
  const judged = drafts.map((draft, index) => {
    const siblings = [...(stored ?? []), ...wanted.slice(0, index)]
    const existing = stored && { existingCount: siblings.length }
    const context = { ...contextOf(draft), siblings, ...existing }
    const causes = judgeDraft('create', parent.kind, toDiagnosed(draft), context)
    return causes.map((cause) => inTurn(cause, stored?.length, index))
  })
  const [first = []] = judged
  const shared = first.filter((cause) => judged.every((causes) => isShared(cause, causes)))
  return {
    causes: shared,
    drafts: drafts.map((draft, index) => ({
      causes: judged[index]?.filter((cause) => !isShared(cause, shared)) ?? [],
      guardrails: refusalsOf(draft),
    })),
    ...told,
  }
}

/** What is about a field is the draft's own, even where all drafts have it. */
function isShared(cause: DiagnosedCause, among: readonly DiagnosedCause[]): boolean {
  return !cause.field && among.some((other) => isDeepStrictEqual(other, cause))
}

/** The engine counts the drafts before this one as stored. */
function inTurn(cause: DiagnosedCause, stored: number | undefined, before: number): DiagnosedCause {
  const most = limits.trustsPerIdentity
  if (cause.code !== 'limit-reached' || stored === undefined) return cause
  if (stored >= most) {
    const text = `Azure refuses one more: there are ${stored} trusts already, and the limit is ${most}.`
    return { ...cause, text, evidence: `${stored} trusts` }
  }
  const text = `Azure refuses this one: ${stored} trusts are there, so ${most - stored} of these fit. The limit is ${most}.`
  return { ...cause, text, evidence: `${stored} stored, and ${before} before this one` }
}
