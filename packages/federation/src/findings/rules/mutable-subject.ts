import { fixOf, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identities-federated-credential-mutable-subjects */
export const mutableSubject: TrustRule = {
  id: 'mutable-subject',
  about: 'trust',
  title: 'Names that others can take',
  severity: 'medium',
  because:
    'It holds until the name is given up: whoever takes the name of a renamed or deleted project then gets in.',
  needs: 'The stored values.',
  remedy: 'Switch to the form with IDs: add it beside this one, see a run work, then delete this one.',
  yieldsTo: ['id-migration-due', 'dangling-workload', 'cannot-match', 'dead-twin'],
  judge({ workload, trust }) {
    if (workload === null || workload.isPinned) return null
    const { platform, name, owner } = workload
    const who = name ?? owner
    return {
      text: `Whoever takes ${who === null ? 'a matching name' : `the name ${who}`} at ${platform} after it is renamed or deleted gets in: no ID stands beside it.`,
      evidence: trust.expression ?? trust.subject ?? '',
      fix: fixOf(
        platform === 'GitHub'
          ? 'Add a trust for repo:OWNER@ID/REPOSITORY@ID:…, let the repository send immutable subjects, see a run work, then delete this one. Read the IDs by: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub'
          : 'Let the project send its ID (ci_id_token_sub_claim_components of the projects API), add a trust for project_id:…, see a job work, then delete this one.',
      ),
      news: [],
    }
  },
}
