import { causeOf } from '../../cause.ts'
import type { WriteRule } from '../../write-view.ts'

/** What the identity may do once the trust works. https://learn.microsoft.com/azure/role-based-access-control/troubleshooting */
export const access: WriteRule = ({ context, operation, draft }) => {
  const { roleAssignments, principal } = context
  if (roleAssignments === undefined || operation === 'delete') return []
  const own = principal?.principalId
  if (
    roleAssignments.some(
      (one) => own === undefined || one.principalId === undefined || one.principalId === own,
    )
  )
    return []
  const sameName = roleAssignments.find(
    ({ displayName }) => displayName !== undefined && displayName === principal?.displayName,
  )
  if (sameName !== undefined) {
    return [
      causeOf('role-of-other-principal', {
        severity: 'warn',
        certainty: 'certain',
        text: `The sign-in will work, but without access: the role ${sameName.role ?? ''} is assigned to another principal of the same name.`,
        evidence: `Role of object ID ${sameName.principalId ?? ''}; this identity has the principalId ${own ?? ''}`,
        fix: `List the assignments by object ID (az role assignment list --assignee ${own ?? 'OBJECT-ID'} --all), and assign the role to this one.`,
      }),
    ]
  }
  const subject = draft.subject === '' ? 'The workload' : `The workload ${draft.subject}`
  return [
    causeOf('role-missing', {
      severity: 'warn',
      certainty: 'certain',
      text: 'The sign-in will work, but without access: the identity has no role assignment (“No subscriptions found”).',
      evidence: `${subject}: role assignments of the identity (RBAC): none${roleAssignments.length === 0 ? '' : ' with its object ID'}.`,
      fix: 'Assign a role where it is needed, or allow a sign-in without subscriptions (allow-no-subscriptions: true, --allow-no-subscriptions).',
    }),
  ]
}
