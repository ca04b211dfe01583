import type { RequestReview } from '@trustwright/shared-schemas'
import { toStorable } from '../../domain/credential-values.ts'
import { fingerprintOf, sameValues } from '../../domain/fingerprint.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { findRequest } from './find-request.ts'
import { raisedFindings } from './raised/raised-findings.ts'
import { refusalsOf } from './judge-wish.ts'
import type { RequestDeps } from './request-deps.ts'
import type { RequestRow } from './to-request.ts'

/** What an administrator looks at before deciding. Nothing is written. Throws REQUEST_NOT_FOUND. */
export async function reviewRequest(
  deps: RequestDeps,
  caller: Caller,
  requestId: string,
): Promise<RequestReview> {
  const { asked } = await findRequest(deps, caller, requestId)
  const [guardrails, raised, stale] = await Promise.all([
    deps.guardrails.guard(caller).then((guard) => refusalsOf(deps, caller, asked, guard)),
    raisedFindings(deps, caller, asked),
    staleOf(deps, caller, asked),
  ])
  return { guardrails: [...guardrails], ...raised, stale }
}

/** Of a single trust: a set-up is told by its dry run. */
async function staleOf(
  { trusts }: Pick<RequestDeps, 'trusts'>,
  caller: Caller,
  asked: RequestRow['asked'],
): Promise<RequestReview['stale']> {
  if (asked.kind === 'set-up') return null
  const name = asked.kind === 'create' ? asked.trust.name : asked.trustName
  try {
    const stored = await trusts.read(caller, asked.parent, name)
    const wanted = toStorable(asked.kind === 'create' ? asked.trust : asked.change)
    if (sameValues(stored, wanted))
      return { code: 'ALREADY_THERE', detail: `${name} is stored with exactly these values already.` }
    if (asked.kind === 'create') return told('TRUST_NAME_TAKEN')
    return fingerprintOf(stored) === asked.change.fingerprint ? null : told('TRUST_CHANGED_MEANWHILE')
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    // What cannot be read is told by the checks beside it.
    return error.code === 'NOT_FOUND' && asked.kind === 'change' ? told('NOT_FOUND') : null
  }
}

function told(code: 'NOT_FOUND' | 'TRUST_CHANGED_MEANWHILE' | 'TRUST_NAME_TAKEN'): {
  code: string
  detail: string
} {
  return { code, detail: staleWords[code] }
}

const staleWords = {
  NOT_FOUND:
    'The trust is not there any more, so it cannot be changed. Decline the request with these words.',
  TRUST_CHANGED_MEANWHILE:
    'Somebody changed the trust since this was asked, so the change would undo what they did. Decline it, and let them ask anew.',
  TRUST_NAME_TAKEN:
    'A trust of this name with other values is stored meanwhile. It is never replaced: decline the request, and let them ask under another name.',
} as const
