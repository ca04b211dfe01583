import { guidPattern } from '../../../paste/values.ts'
import { causeOf } from '../../cause.ts'
import { codeWords, type ErrorCase, type ErrorRule } from '../../error/error-case.ts'

/** AADSTS90002 and its relatives: the tenant that was named does not exist in this cloud. */
export const unknownTenant: ErrorRule = (found) => {
  const { failure, code } = found
  const tenant = failure.quoted.tenant ?? ''
  return {
    phase: 'exchange',
    causes: [
      causeOf('tenant-unknown', {
        severity: 'block',
        certainty: 'certain',
        text: `Entra has no tenant ${tenant === '' ? 'of this ID' : `“${tenant.slice(0, 120)}”`} in this cloud${reasonOf(tenant, found)}. The trust is not at fault.`,
        evidence: codeWords(code),
        fix: 'Set the tenant ID of the identity in the workload, and the cloud in which that tenant lives.',
      }),
    ],
  }
}

function reasonOf(tenant: string, { context }: ErrorCase): string {
  const ids = [
    context.clientId,
    ...(context.knownIdentities ?? []).flatMap(({ clientId, principalId }) => [clientId, principalId]),
  ]
  if (ids.some((id) => id !== undefined && id.toLowerCase() === tenant.toLowerCase())) {
    return ': that is the client ID or object ID of an identity, so both are likely swapped'
  }
  if (tenant === '' || guidPattern.test(tenant)) {
    return ': the ID is mistyped, that of a subscription, or the tenant lives in another cloud (US Government, China)'
  }
  return /[${<%]/.test(tenant)
    ? ': a placeholder was sent instead of its value'
    : ': it is neither a GUID nor a verified domain'
}
