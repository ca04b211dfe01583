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
import { listRepositories } from './list-repositories.ts'
import { listTags } from './list-tags.ts'
import { putControlOwner } from './put-control-owner.ts'
import { putControlRateLimit } from './put-control-rate-limit.ts'
import { putControlRepository } from './put-control-repository.ts'
import { putOrganizationSubject } from './put-organization-subject.ts'
import { putRepositorySubject } from './put-repository-subject.ts'

export const githubOperations: readonly Operation[] = [
  ...getRepository,
  ...listRepositories,
  listEnvironments,
  getEnvironment,
  listBranches,
  getBranch,
  listTags,
  getOrganization,
  getUser,
  getAuthenticatedUser,
  getOrganizationSubject,
  putOrganizationSubject,
  getRepositorySubject,
  putRepositorySubject,
  getRateLimit,
  putControlOwner,
  putControlRepository,
  putControlRateLimit,
]
