import { usesImmutableSubject } from '../issuers/github-repository.ts'
import { subjectPrefix } from '../issuers/github-subject.ts'
import { repositoryInPath } from './find-repository.ts'
import { repositoryOperations } from './github-operation.ts'

export const getRepositorySubject = repositoryOperations({
  id: 'github/get-repository-subject',
  method: 'GET',
  path: '/actions/oidc/customization/sub',
  summary: "A repository's template of OIDC subjects, whether they carry ids, and how they start",
  source:
    'https://docs.github.com/rest/actions/oidc#get-the-customization-template-for-an-oidc-subject-claim-for-a-repository',
  answer: (call) => {
    const repository = repositoryInPath(call)
    const { id, owner, name, subject } = repository
    const known = call.world.store.githubOwners.get(owner.toLowerCase())
    const immutable = usesImmutableSubject(known, repository)
    const ids = { ownerId: String(known?.id ?? ''), repositoryId: String(id) }
    return {
      status: 200,
      body: {
        use_default: subject.useDefault,
        ...(subject.includeClaimKeys === null ? {} : { include_claim_keys: subject.includeClaimKeys }),
        use_immutable_subject: immutable,
        sub_claim_prefix: subjectPrefix({ owner, repository: name, immutable, ...ids }),
      },
    }
  },
})
