import { z } from 'zod'
import { repositoryKey, type GithubRepository } from '../kernel/entities/github.ts'
import type { Operation } from '../kernel/operation.ts'
import { armError } from '../kernel/vendor-errors.ts'
import type { World } from '../kernel/world.ts'
import { numberOf } from '../issuers/stable-values.ts'
import { immutableSubjectsSince } from '../seed-github.ts'
import { readControl } from '../controls/read-control.ts'

const branch = z.union([
  z.string().transform((name) => ({ name, protected: false })),
  z.strictObject({ name: z.string().min(1), protected: z.boolean() }),
])
const environment = z.union([
  z.string().transform((name) => ({ name, waitMinutes: 0, reviewers: [], branches: 'all' as const })),
  z.strictObject({
    name: z.string().min(1).max(255),
    waitMinutes: z.int().min(0).max(43_200).default(0),
    reviewers: z.array(z.string()).max(6).default([]),
    branches: z.enum(['all', 'protected']).default('all'),
  }),
])
const body = z.strictObject({
  id: z.int().positive().max(4_294_967_295).optional(),
  visibility: z.enum(['public', 'private', 'internal']).default('private'),
  defaultBranch: z.string().min(1).default('main'),
  branches: z.array(branch).optional(),
  tags: z.array(z.string()).default([]),
  environments: z.array(environment).default([]),
  formerNames: z.array(z.string().regex(/^[^/]+\/[^/]+$/)).default([]),
  properties: z.record(z.string(), z.string()).default({}),
  createdAt: z.iso.datetime().optional(),
  archived: z.boolean().default(false),
  immutable: z.boolean().optional(),
  useDefault: z.boolean().default(true),
  includeClaimKeys: z.array(z.string()).min(1).nullable().default(null),
})

export const putControlRepository: Operation = {
  id: 'github/put-control-repository',
  method: 'PUT',
  path: '/_emulator/github/repositories/{owner}/{repo}',
  summary: 'Adds or replaces a GitHub repository with its branches, environments and kind of subject',
  source: 'the emulator itself',
  handle: (request, world) => {
    const { owner = '', repo = '' } = request.params
    const read = readControl(request, body)
    if ('refusal' in read) return read.refusal
    const known = world.store.githubOwners.get(owner.toLowerCase())
    if (!known) {
      return armError(
        404,
        'NotFound',
        `No owner '${owner}' is known: PUT /_emulator/github/owners/${owner} first.`,
      )
    }
    if (!/^[A-Za-z0-9._-]{1,100}$/.test(repo)) {
      return armError(400, 'BadRequest', `'${repo}' cannot be the name of a repository at GitHub.`)
    }
    const key = repositoryKey(owner, repo)
    const present = world.store.githubRepositories.get(key)
    const repository = toRepository(read.value, { owner: known.login, name: repo }, present, world)
    world.store.githubRepositories.put(key, repository)
    return { status: present ? 200 : 201, body: repository }
  },
}

/** Without a word on ids in the subject, the day the repository was made decides, as at GitHub. */
function toRepository(
  given: z.output<typeof body>,
  named: { owner: string; name: string },
  present: GithubRepository | undefined,
  world: World,
): GithubRepository {
  const { immutable, useDefault, includeClaimKeys, environments, branches, createdAt, ...rest } = given
  const id = rest.id ?? present?.id ?? Number(numberOf(`${named.owner}/${named.name}`))
  const madeAt = createdAt === undefined ? (present?.createdAt ?? world.clock.now()) : Date.parse(createdAt)
  return {
    ...rest,
    ...named,
    id,
    createdAt: madeAt,
    formerNames: rest.formerNames.map((name) => name.toLowerCase()),
    branches: branches ?? [{ name: rest.defaultBranch, protected: false }],
    environments: environments.map((each, index) => ({ ...each, id: id * 10 + index, createdAt: madeAt })),
    subject: {
      useDefault,
      includeClaimKeys,
      useImmutableSubject: immutable ?? madeAt >= Date.parse(immutableSubjectsSince),
    },
  }
}
