import type { CredentialHolder } from '../../../../domain/credential-holder.ts'
import { fingerprintOf, sameValues } from '../../../../domain/fingerprint.ts'
import type { TrustWrites } from '../../../../domain/trust-writes.ts'
import { PortalError } from '../../../../errors.ts'
import type { Caller, CredentialValues, StoredCredential } from '../../../../ports.ts'
import type { FixItemRow } from './fix-record.ts'

export interface ChangeEnd {
  readonly state: 'done' | 'already'
  readonly deletedTrustId?: string
}

export interface ChangeToMake {
  readonly trusts: TrustWrites
  readonly caller: Caller
  readonly holder: CredentialHolder
  readonly item: FixItemRow
}

/** One try. What Azure has already counts as done; what somebody changed meanwhile is left, with TRUST_CHANGED_MEANWHILE. */
export async function makeChange(change: ChangeToMake): Promise<ChangeEnd> {
  const { action } = change.item
  if (action === 'delete') return remove(change)
  return action === 'add' ? add(change) : replace(change)
}

async function remove({ trusts, caller, holder, item }: ChangeToMake): Promise<ChangeEnd> {
  try {
    const { deletedTrustId } = await trusts.remove(caller, holder, item.name, item.fingerprint)
    return { state: 'done', deletedTrustId }
  } catch (error) {
    if (isCode(error, 'NOT_FOUND')) return { state: 'already' }
    throw error
  }
}

async function replace({ trusts, caller, holder, item }: ChangeToMake): Promise<ChangeEnd> {
  const { fingerprint, name } = item
  const wanted = wantedOf(item)
  try {
    await trusts.change(caller, holder, name, { ...asked(wanted), fingerprint })
    return { state: 'done' }
  } catch (error) {
    if (!isCode(error, 'TRUST_CHANGED_MEANWHILE')) throw error
    if (sameValues(await holder.read(caller, name), wanted)) return { state: 'already' }
    throw error
  }
}

/** A trust with IDs is stored while the repository still sends names: that order leaves no moment without a way in. */
const beforeOptIn = ['github-names-expected']

async function add({ trusts, caller, holder, item }: ChangeToMake): Promise<ChangeEnd> {
  const wanted = wantedOf(item)
  const stored = await holder.list(caller)
  if (holds(stored, wanted)) return { state: 'already' }
  const old = stored.find(({ name }) => name.toLowerCase() === item.name.toLowerCase())
  if (old === undefined || fingerprintOf(old) !== item.fingerprint)
    throw new PortalError('TRUST_CHANGED_MEANWHILE')
  const name = item.newName ?? `${item.name}-id`
  try {
    await trusts.create(caller, holder, { name, ...asked(wanted), acceptRisks: beforeOptIn })
    return { state: 'done' }
  } catch (error) {
    if (!isCode(error, 'TRUST_PAIR_TAKEN') && !isCode(error, 'TRUST_NAME_TAKEN')) throw error
    if (holds(await holder.list(caller), wanted)) return { state: 'already' }
    throw error
  }
}

function holds(stored: readonly StoredCredential[], wanted: CredentialValues): boolean {
  return stored.some((each) => sameValues(each, wanted))
}

function wantedOf({ after, ordinal }: FixItemRow): CredentialValues {
  if (after === null) throw new Error(`Item ${ordinal} says nothing of what is to be stored`)
  const { expression, ...values } = after
  return expression === null ? values : { ...values, expression }
}

/** In the words of the contract: a subject or an expression. */
function asked({ issuer, subject, expression, audiences }: CredentialValues) {
  const values = { issuer, audiences: [...audiences] }
  return expression ? { ...values, expression } : { ...values, subject: subject ?? '' }
}

function isCode(error: unknown, code: PortalError['code']): boolean {
  return error instanceof PortalError && error.code === code
}
