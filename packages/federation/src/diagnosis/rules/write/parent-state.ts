import { type Cause, causeOf } from '../../cause.ts'
import { ageOf, isNotFound, youngSeconds } from '../../parent-age.ts'
import { writeFailureOf } from '../../write/write-failure.ts'
import type { WriteRule, WriteView } from '../../write-view.ts'

/** Locks, the age of the parent, and applications that others may sign in to. */
export const parentState: WriteRule = (write) => [
  ...locked(write),
  ...justCreated(write),
  ...multiTenant(write),
]

/** https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources */
function locked({ context, operation, parentKind }: WriteView): Cause[] {
  if (parentKind !== 'managedIdentity') return []
  return (context.locks ?? []).flatMap((lock) => {
    const {
      level,
      name = 'a lock',
      scope = 'the identity',
    } = typeof lock === 'string' ? { level: lock } : lock
    const isReadOnly = /read-?only/i.test(level)
    if (!isReadOnly && operation !== 'delete') return []
    return [
      causeOf('write-locked', {
        severity: 'block',
        certainty: 'certain',
        text: `Azure will refuse it: ${name} keeps ${scope} from being ${isReadOnly ? 'changed' : 'deleted'}.`,
        evidence: `Lock ${name}: ${level}`,
        fix: 'Ask the owner to take the lock away for the change.',
      }),
    ]
  })
}

function justCreated({ context }: WriteView): Cause[] {
  const age = ageOf(context)
  if (age === null || age < 0 || age > youngSeconds) return []
  const answer = context.upstream === undefined ? null : writeFailureOf(context.upstream)
  const failed = answer !== null && isNotFound(answer.code)
  return [
    causeOf('parent-not-visible', {
      severity: failed ? 'block' : 'info',
      certainty: failed ? 'certain' : 'possible',
      text: `${failed ? 'Azure does not find the identity yet' : 'Azure may not find the identity yet'}: it was just created, ${Math.round(age)} seconds ago, and is not yet visible everywhere (eventual consistency).`,
      evidence: `Created ${context.parentCreatedAt ?? ''}, written ${context.now ?? ''}`,
      fix: 'Retry every 10 seconds, up to 24 times. Nothing has to be changed.',
      action: { kind: 'wait', seconds: 10 },
    }),
  ]
}

/** AADSTS70052. https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
function multiTenant({ context, parentKind, draft }: WriteView): Cause[] {
  const { signInAudience } = context
  const isSingle = signInAudience === undefined || signInAudience === 'AzureADMyOrg'
  if (parentKind !== 'application' || isSingle || draft.issuerPlatform !== 'entra') return []
  return [
    causeOf('app-multi-tenant', {
      severity: 'block',
      certainty: 'certain',
      text: 'Entra refuses the exchange (AADSTS70052): with the Entra issuer the application must be single tenant, and this one is multi-tenant. The subject is not at fault.',
      evidence: `signInAudience: ${signInAudience}; issuer ${draft.issuer}`,
      fix: 'Set signInAudience to AzureADMyOrg, use a managed identity, or let the connection keep the issuer of Azure DevOps.',
    }),
  ]
}
