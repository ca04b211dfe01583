import type { GuardrailRefusal, RequestAsked, RequestWish } from '@trustwright/shared-schemas'
import { demandSameKind, toStorable } from '../../domain/credential-values.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import type { Guard } from '../../domain/guardrails.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { RequestDeps } from './request-deps.ts'

/**
 * The wish as it is kept. Throws INPUT_REFUSED, SET_UP_ROWS_REFUSED; of a change TRUST_CHANGED_MEANWHILE, TRUST_KIND_FIXED,
 * NOT_FOUND, FORBIDDEN.
 */
export async function checkedWish(
  { setUps, trusts }: Pick<RequestDeps, 'setUps' | 'trusts'>,
  caller: Caller,
  wish: RequestWish,
): Promise<RequestAsked> {
  if (wish.kind === 'set-up') {
    await setUps.check(caller, wish.items)
    return wish
  }
  if (wish.kind === 'create') {
    toStorable(wish.trust)
    return wish
  }
  const stored = await trusts.read(caller, wish.parent, wish.trustName)
  if (fingerprintOf(stored) !== wish.change.fingerprint) throw new PortalError('TRUST_CHANGED_MEANWHILE')
  demandSameKind(stored, toStorable(wish.change))
  const { audiences, description = null, expression = null, issuer, subject } = stored
  const before = { issuer, subject, expression, audiences: [...audiences], description }
  return { ...wish, before }
}

/** What the portal's rules refuse of it to whom the guard is for. */
export async function refusalsOf(
  { setUps }: Pick<RequestDeps, 'setUps'>,
  caller: Caller,
  asked: RequestAsked,
  guard: Guard,
): Promise<readonly GuardrailRefusal[]> {
  if (asked.kind === 'set-up') return await setUps.refusals(caller, asked.items, guard)
  const { name, ...values } =
    asked.kind === 'create' ? asked.trust : { name: asked.trustName, ...asked.change }
  return guard.trust(asked.parent, { ...toStorable(values), name })
}
