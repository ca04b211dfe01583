import { ownerInPath } from './find-repository.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'

export const getOrganizationSubject = githubOperation({
  id: 'github/get-organization-subject',
  method: 'GET',
  path: '/github/orgs/{org}/actions/oidc/customization/sub',
  summary: "An organisation's template of OIDC subjects",
  source:
    'https://docs.github.com/rest/actions/oidc#get-the-customization-template-for-an-oidc-subject-claim-for-an-organization',
  answer: (call) => {
    if (!call.caller) throw githubFaults.requiresAuthentication(call.documentation)
    const { includeClaimKeys, useImmutableSubject } = ownerInPath(call, call.request.params.org ?? '')
    return {
      status: 200,
      body: {
        include_claim_keys: includeClaimKeys ?? ['repo', 'context'],
        use_immutable_subject: useImmutableSubject,
      },
    }
  },
})
