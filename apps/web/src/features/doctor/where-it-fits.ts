import { explainError, type Cause } from '@trustwright/federation'
import type { TenantTrust } from './scope.ts'

type Context = NonNullable<NonNullable<Parameters<typeof explainError>[1]>['context']>

/**
 * An error says that no trust matches, yet one of the tenant does, and nobody said whom the workload signs in as: then it
 * likely signs in as somebody else, unless the trust is minutes old.
 */
export function whereItFits(
  text: string,
  fits: readonly TenantTrust[],
  causes: readonly Cause[],
  context: Context,
): readonly Cause[] {
  const [trust] = fits
  if (trust === undefined) return causes
  const clientId =
    trust.stored.parent.kind === 'application'
      ? trust.stored.parent.appId
      : context.knownIdentities?.find(({ name }) => name === trust.parentName)?.clientId
  const other = { name: trust.parentName, ...(clientId === undefined ? {} : { clientId }), trusts: [trust] }
  const elsewhere = explainError(text, { trusts: [], context: { ...context, otherParents: [other] } })
    .causes.filter(({ code }) => code === 'trust-on-other-identity')
    .map((cause): Cause => ({ ...cause, certainty: 'likely' }))
  if (elsewhere.length === 0) return causes
  const young = causes.filter(({ code }) => code === 'trust-new')
  const rest = causes
    .filter(({ code }) => code !== 'trust-new')
    .map((cause): Cause => ({ ...cause, certainty: 'possible' }))
  return [...young, ...elsewhere, ...rest]
}
