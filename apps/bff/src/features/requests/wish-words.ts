import type { RequestAsked, SetUpItem } from '@trustwright/shared-schemas'
import { applicationId, applicationTrustId, identityId, trustId } from '../../domain/resource-ids.ts'

/** ID of what is asked for, as the audit trail names it; of several the first. */
export function targetOf(asked: RequestAsked): string {
  if (asked.kind === 'set-up') return targetOfItem(asked.items[0])
  const { parent } = asked
  const name = asked.kind === 'create' ? asked.trust.name : asked.trustName
  return parent.kind === 'application' ? applicationTrustId(parent.appId, name) : trustId(parent, name)
}

function targetOfItem(item: SetUpItem | undefined): string {
  if (item === undefined || item.parent.kind === 'newApplication') return '/applications'
  const { parent, trusts } = item
  const [trust] = trusts
  if (parent.kind === 'application')
    return trust === undefined ? applicationId(parent.appId) : applicationTrustId(parent.appId, trust.name)
  return trust === undefined ? identityId(parent) : trustId(parent, trust.name)
}

/** What is asked for, for the audit trail. */
export function valuesOfWish(asked: RequestAsked): Record<string, unknown> {
  if (asked.kind === 'set-up') return { items: asked.items }
  if (asked.kind === 'create') return withoutRisks(asked.trust)
  const { fingerprint: _seen, ...values } = asked.change
  return { name: asked.trustName, ...withoutRisks(values) }
}

function withoutRisks({
  acceptRisks: _risks,
  ...values
}: {
  readonly acceptRisks?: readonly string[] | undefined
}): Record<string, unknown> {
  return values
}
