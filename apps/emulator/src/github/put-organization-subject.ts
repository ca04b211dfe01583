import { z } from 'zod'
import { claimKeys } from './claim-keys.ts'
import { ownerInPath } from './find-repository.ts'
import { administers } from './github-caller.ts'
import { githubFaults } from './github-faults.ts'
import { githubOperation } from './github-operation.ts'
import { readGithubBody } from './read-body.ts'

const body = z.strictObject({
  include_claim_keys: claimKeys.optional(),
  use_immutable_subject: z.boolean('is not a boolean').optional(),
})

export const putOrganizationSubject = githubOperation({
  id: 'github/put-organization-subject',
  method: 'PUT',
  path: '/github/orgs/{org}/actions/oidc/customization/sub',
  summary: "Sets an organisation's template of OIDC subjects, and whether they carry ids",
  source:
    'https://docs.github.com/rest/actions/oidc#set-the-customization-template-for-an-oidc-subject-claim-for-an-organization',
  answer: (call) => {
    const { caller, documentation, world } = call
    if (!caller) throw githubFaults.requiresAuthentication(documentation)
    const owner = ownerInPath(call, call.request.params.org ?? '')
    if (!administers(caller, owner.login)) throw githubFaults.mustAdminister('Organization', documentation)
    const { include_claim_keys: keys, use_immutable_subject: immutable } = readGithubBody(call, body)
    if (keys === undefined && immutable === undefined) {
      throw githubFaults.unprocessable(`"include_claim_keys" wasn't supplied.`, documentation)
    }
    world.store.githubOwners.put(owner.login.toLowerCase(), {
      ...owner,
      includeClaimKeys: keys ?? owner.includeClaimKeys,
      useImmutableSubject: immutable ?? owner.useImmutableSubject,
    })
    return { status: 201, body: {} }
  },
})
