import type { RepositoryFacts } from '@trustwright/federation'
import { GithubRepositoryPath, type ErrorCode, type FindingRun } from '@trustwright/shared-schemas'
import { PortalError } from '../../../errors.ts'
import type { Github, GithubAsk, GithubConnections, SubjectTemplate } from '../../../github-port.ts'
import type { Caller } from '../../../ports.ts'
import type { SeenFact } from './ask-outside.ts'
import { fewAtOnce } from './few-at-once.ts'

const atOnce = 4

export interface GithubAccess {
  readonly connections: Pick<GithubConnections, 'tokenOf'>
  readonly github: Pick<Github, 'readRepository' | 'readSubjectTemplate' | 'listEnvironments'>
}

export interface LookedUp {
  readonly seen: readonly SeenFact[]
  readonly because: FindingRun['githubBecause']
}

/** Ends the look-ups of this run. */
const ends: readonly ErrorCode[] = [
  'GITHUB_CONNECTION_ENDED',
  'GITHUB_RATE_LIMITED',
  'GITHUB_SIGN_IN_REQUIRED',
]

/**
 * What GitHub shows the person of repositories, `owner/repository`. As nobody nothing is asked: what is private would look as if
 * it were gone. Which repositories the person's access covers is not told, so that 404 is never called certain.
 */
export async function lookUpRepositories(
  access: GithubAccess | null,
  caller: Caller | null,
  names: readonly string[],
): Promise<LookedUp> {
  if (caller === null) return { seen: [], because: 'nobody-signed-in' }
  if (access === null) return { seen: [], because: 'not-connected' }
  const token = await orNull(() => access.connections.tokenOf(caller))
  if (token === undefined) return { seen: [], because: 'failed' }
  if (token === null) return { seen: [], because: 'not-connected' }
  let ended = false
  const seen = await fewAtOnce(names, atOnce, async (name): Promise<SeenFact | null> => {
    const [owner = '', repository = ''] = name.split('/')
    const path = GithubRepositoryPath.safeParse({ owner, name: repository }).data
    if (ended || path === undefined) return null
    try {
      return { name, facts: { ...(await lookUp(access.github, { token, refresh: false }, path)) } }
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      ended ||= ends.includes(error.code)
      return ended ? null : { name, facts: null }
    }
  })
  return { seen: seen.filter((fact) => fact !== null), because: ended ? 'failed' : null }
}

async function lookUp(
  github: GithubAccess['github'],
  ask: GithubAsk,
  path: GithubRepositoryPath,
): Promise<RepositoryFacts> {
  const found = await orAbsent(() => github.readRepository(ask, path))
  if (found === null) return { repositoryStatus: 404 }
  const present = { owner: found.owner, name: found.name }
  const [template, environments] = await Promise.all([
    orAbsent(() => github.readSubjectTemplate(ask, present)),
    orAbsent(() => github.listEnvironments(ask, present)),
  ])
  return {
    repositoryStatus: 200,
    canonicalRepository: `${found.owner}/${found.name}`,
    ...(found.ownerId !== null && { repositoryOwnerId: String(found.ownerId) }),
    ...(found.repositoryId !== null && { repositoryId: String(found.repositoryId) }),
    ...(found.visibility !== null && { visibility: found.visibility }),
    ...(environments?.complete === true && {
      environments: environments.environments.map(({ name }) => name),
    }),
    ...(template !== null && templateFacts(template)),
  }
}

function templateFacts({ usesDefault, hasIds, prefix, claimKeys }: SubjectTemplate): RepositoryFacts {
  return {
    useDefault: usesDefault,
    ...(hasIds !== null && { useImmutableSubject: hasIds }),
    ...(prefix !== null && { subClaimPrefix: prefix }),
    ...(claimKeys !== null && { includeClaimKeys: claimKeys }),
  }
}

/** Null where GitHub does not have it, or does not show it. */
async function orAbsent<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof PortalError && ['GITHUB_NOT_FOUND', 'GITHUB_REFUSED'].includes(error.code))
      return null
    throw error
  }
}

/** Undefined where GitHub gives no access. */
async function orNull<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof PortalError) return undefined
    throw error
  }
}
