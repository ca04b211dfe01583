import { z } from 'zod'
import { repositoryKey } from '../kernel/entities/github.ts'
import { claimKeys } from './claim-keys.ts'
import { repositoryInPath } from './find-repository.ts'
import { administers } from './github-caller.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { readGithubBody } from './read-body.ts'

const body = z.strictObject({
  use_default: z.boolean('is not a boolean'),
  include_claim_keys: claimKeys.optional(),
  use_immutable_subject: z.boolean('is not a boolean').optional(),
})

export const putRepositorySubject = githubOperation({
  id: 'github/put-repository-subject',
  method: 'PUT',
  path: '/github/repos/{owner}/{repo}/actions/oidc/customization/sub',
  summary: "Sets a repository's template of OIDC subjects, and whether they carry ids",
  source:
    'https://docs.github.com/rest/actions/oidc#set-the-customization-template-for-an-oidc-subject-claim-for-a-repository',
  answer: (call) => {
    const { caller, documentation, world } = call
    if (!caller) throw githubFaults.requiresAuthentication(documentation)
    const repository = repositoryInPath(call)
    if (!administers(caller, repository.owner)) throw githubFaults.mustAdminister('Repository', documentation)
    const given = readGithubBody(call, body)
    world.store.githubRepositories.put(repositoryKey(repository.owner, repository.name), {
      ...repository,
      subject: {
        useDefault: given.use_default,
        includeClaimKeys: given.use_default ? null : (given.include_claim_keys ?? null),
        useImmutableSubject: given.use_immutable_subject ?? repository.subject.useImmutableSubject,
      },
    })
    return { status: 201, body: {} }
  },
})
