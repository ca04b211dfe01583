import { createHash } from 'node:crypto'
import { githubFactsOf, type GithubFacts } from '@trustwright/federation'
import type { GithubEnvironmentList, GithubRepository } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { Github, GithubConnections } from '../github-port.ts'
import type { Caller, Clock } from '../ports.ts'
import { withToken } from './github-as-person.ts'
import type { NamedRepository } from './github-named.ts'
import { readRepository } from './github-repository.ts'
import { createHourlyAllowance } from './hourly-allowance.ts'
import { Memory } from './memory.ts'

/** What GitHub told about one repository, and what it did not, in sentences. */
export interface RepositoryReading {
  /** Null where it told nothing. */
  readonly facts: GithubFacts | null
  readonly gaps: readonly string[]
}

type Answer<T> = { readonly found: T } | { readonly why: string }

/** As long as GitHub's own answers are known; what it refused to tell is not asked for again either. */
const keptMs = 300_000
const most = 1_000
/**
 * As nobody GitHub answers 60 questions an hour to the whole portal, and a repository takes up to three: half of them are
 * left to people who look something up.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
const anonymousAnHour = 10
const noneLeft =
  'GitHub tells the portal only so much while nobody is signed in there. Sign in to GitHub to have it looked up.'

interface ReadingDeps {
  readonly clock: Clock
  readonly connections: Pick<GithubConnections, 'renewedToken' | 'tokenOf'>
  readonly github: Github
}

export type ReadGithub = (
  caller: Caller,
  token: string | null,
  named: NamedRepository,
  /** Ask GitHub anew, whatever it said within the last minutes. */
  refresh?: boolean,
) => Promise<RepositoryReading>

/** Reads a repository, and its environments where the subject names one, once for all who ask with the same token. */
export function createGithubReading({ clock, connections, github }: ReadingDeps): ReadGithub {
  const repositories = new Memory<Answer<GithubRepository>>({ clock, keptMs, most })
  const environments = new Memory<Answer<GithubEnvironmentList>>({ clock, keptMs, most })

  const mayAsk = createHourlyAllowance(clock, anonymousAnHour)

  return async (caller, token, { key, path, namesEnvironment }, refresh = false) => {
    const person = token === null ? '' : createHash('sha256').update(token).digest('base64url')
    const ask = { token, refresh }
    const repository = await repositories.read(
      `${person} ${key}`,
      async () => {
        if (token === null && !mayAsk()) return { why: noneLeft }
        return await orWhy(withToken({ connections }, caller, ask, (as) => readRepository(github, as, path)))
      },
      { isStale: refresh },
    )
    const name = `${path.owner}/${path.name}`
    if ('why' in repository) return { facts: null, gaps: [`${name}: ${repository.why}`] }
    const gaps: string[] = []
    if (repository.found.subject.state === 'unknown')
      gaps.push(`${name}: GitHub did not tell how its subjects are made.`)
    if (!namesEnvironment) return { facts: githubFactsOf(repository.found, undefined), gaps }
    const listed = await environments.read(`${person} ${key}`, () =>
      orWhy(withToken({ connections }, caller, ask, (as) => github.listEnvironments(as, path))),
    )
    if ('why' in listed) gaps.push(`Environments of ${name}: ${listed.why}`)
    return { facts: githubFactsOf(repository.found, 'found' in listed ? listed.found : undefined), gaps }
  }
}

/** A refusal of GitHub is an answer. Faults of the portal itself are thrown. */
async function orWhy<T>(reading: Promise<T>): Promise<Answer<T>> {
  try {
    return { found: await reading }
  } catch (error) {
    if (error instanceof PortalError && error.code.startsWith('GITHUB_')) return { why: error.detail }
    throw error
  }
}
