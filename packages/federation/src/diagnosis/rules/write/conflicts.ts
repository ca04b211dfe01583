import { limits } from '@trustwright/shared-schemas'
import { type Cause, causeOf } from '../../cause.ts'
import { isCreate, type WriteRule, type WriteView } from '../../write-view.ts'

/** What other writes and stored trusts stand in the way. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const conflicts: WriteRule = (write) => [...concurrent(write), ...full(write), ...pace(write)]

function concurrent({ parentKind, context }: WriteView): Cause[] {
  const others = context.concurrentWrites ?? []
  if (others.length === 0 || parentKind !== 'managedIdentity') return []
  const names = others.map(({ name }) => name ?? 'another trust').join(', ')
  return [
    causeOf('concurrent-writes', {
      severity: 'warn',
      certainty: 'certain',
      text: `Azure refuses concurrent writes: it takes one at a time under the same managed identity, and ${others.length === 1 ? 'another one runs' : `${others.length} others run`} in parallel.`,
      evidence: `Being written now: ${names}`,
      fix: 'Write serially, one after the other; retry a refused one after some seconds with a random wait.',
      action: { kind: 'wait', seconds: 5 },
    }),
  ]
}

function full(write: WriteView): Cause[] {
  const { context, draft } = write
  const existing = context.existingCount ?? draft.siblings.length
  const most = limits.trustsPerIdentity
  if (!isCreate(write)) return []
  if (existing >= most) return draft.siblings.length >= most ? [] : [reached(existing)]
  const planned = context.plannedWrites ?? 0
  return existing + planned > most ? [willReach(existing, planned)] : []
}

function reached(existing: number): Cause {
  return causeOf('limit-reached', {
    severity: 'block',
    certainty: 'certain',
    text: `Azure refuses one more: the identity has ${existing} trusts, and the limit is ${limits.trustsPerIdentity}.`,
    evidence: `${existing} trusts`,
    fix: 'Delete one that nobody uses, or put the new one on another identity.',
  })
}

function willReach(existing: number, planned: number): Cause {
  return causeOf('limit-reached', {
    severity: 'warn',
    certainty: 'likely',
    text: `Azure will refuse some of them if they belong to one identity: ${existing} exist, ${planned} are planned, and the limit is ${limits.trustsPerIdentity}.`,
    evidence: `${existing} and ${planned} trusts`,
    fix: 'Spread them over several identities, or let one environment serve several branches.',
  })
}

/** Writes per second: 0.25 per identity, 2 per subscription, 10 per tenant. */
function pace({ context }: WriteView): Cause[] {
  const planned = context.plannedWrites ?? 0
  if (planned < 2) return []
  return [
    causeOf('throttled', {
      severity: 'info',
      certainty: 'likely',
      text: `It takes about ${planned * 4} seconds: Azure takes 0.25 writes a second per identity, and answers a faster pace with throttling (429).`,
      evidence: `${planned} writes planned`,
      fix: 'Pace the writes, one every four seconds per identity, and retry after the time in Retry-After.',
    }),
  ]
}
