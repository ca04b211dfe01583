import type { Operation } from '../kernel/operation.ts'
import { getBranch } from './get-branch.ts'
import { getEnvironment } from './get-environment.ts'
import { getOrganization } from './get-organization.ts'
import { getOrganizationSubject } from './get-organization-subject.ts'
import { getRateLimit } from './get-rate-limit.ts'
import { getRepository } from './get-repository.ts'
import { getRepositorySubject } from './get-repository-subject.ts'
import { getAuthenticatedUser, getUser } from './get-user.ts'
import { listBranches } from './list-branches.ts'
import { listEnvironments } from './list-environments.ts'
import { listMatchingRefs } from './list-matching-refs.ts'
import { listRepositories } from './list-repositories.ts'
import { listTags } from './list-tags.ts'
import { deleteToken } from './oauth/delete-token.ts'
import { getAuthorize } from './oauth/get-authorize.ts'
import { postAccessToken } from './oauth/post-access-token.ts'
import { postAuthorize } from './oauth/post-authorize.ts'
import { putControlOwner } from './put-control-owner.ts'
import { putControlRateLimit } from './put-control-rate-limit.ts'
import { putControlRepository } from './put-control-repository.ts'
import { putOrganizationSubject } from './put-organization-subject.ts'
import { putRepositorySubject } from './put-repository-subject.ts'

export const githubOperations: readonly Operation[] = [
  ...getRepository,
  ...listRepositories,
  ...listEnvironments,
  getEnvironment,
  ...listBranches,
  getBranch,
  ...listTags,
  ...listMatchingRefs,
  getOrganization,
  getUser,
  getAuthenticatedUser,
  getOrganizationSubject,
  putOrganizationSubject,
  ...getRepositorySubject,
  putRepositorySubject,
  getRateLimit,
  getAuthorize,
  postAuthorize,
  postAccessToken,
  deleteToken,
  putControlOwner,
  putControlRepository,
  putControlRateLimit,
]
