import { limits, type StoredFinding } from '@trustwright/shared-schemas'
import { freeName } from '../../../../domain/free-name.ts'
import { about, type Deciding, type Decision } from './decision.ts'

/** The old trust stays: nothing is deleted before its successor was seen working. */
export function decideAddition(
  { trust, others, before }: Deciding,
  findings: readonly StoredFinding[],
): Decision | string {
  const action = findings[0]?.fix.action
  if (action?.kind !== 'create') return 'Nothing says which trust to add.'
  const { issuer, subject, audience } = action
  const planned = before.filter(
    (other) => other.action === 'add' && other.trust.parentKey === trust.parentKey,
  )
  if (others.length + 1 + planned.length >= limits.trustsPerIdentity)
    return 'There is no room for another trust: 20 are stored on it. Remove one first.'
  if (others.some(({ credential }) => credential.issuer === issuer && credential.subject === subject))
    return 'The trust with IDs is there already.'
  const taken = [trust, ...others].map(({ credential }) => credential.name)
  const newName = freeName(trust.credential.name, [
    ...taken,
    ...planned.map(({ newName: name }) => name ?? ''),
  ])
  return {
    ...about({ trust, findings }),
    action: 'add',
    after: { issuer, subject, expression: null, audiences: [audience] },
    newName,
  }
}
