import { fixOf, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const sharedSubject: TrustRule = {
  id: 'shared-subject',
  about: 'trust',
  title: 'One workload can become many identities',
  severity: 'low',
  because: 'Whoever breaks into that one workload holds the access of all of them together.',
  needs: 'All trusts of the tenant.',
  remedy: 'Give each identity its own environment, branch or service account, or the workload one identity.',
  judge({ trust, world }) {
    const count = world.parentsWith(trust)
    if (count < world.numbers.sharedSubjectFrom) return null
    return {
      text: `Whoever breaks into this workload can become ${count} identities: all of them trust the same issuer and subject.`,
      evidence: `${trust.issuer} ${trust.expression ?? trust.subject ?? ''} on ${count} identities`,
      fix: fixOf(
        'Give each identity its own environment, branch or service account, or let the workload have one identity.',
      ),
      news: [String(count)],
    }
  },
}
