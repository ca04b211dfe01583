import { setTimeout as pause } from 'node:timers/promises'
import type { DiagnosisFacts } from '@trustwright/federation'
import { PortalError } from '../errors.ts'
import type { GithubConnections } from '../github-port.ts'
import type { Caller } from '../ports.ts'
import { eachOf } from './each-of.ts'
import { repositoryNamed, type NamedRepository, type NamingTrust } from './github-named.ts'
import type { ReadGithub, RepositoryReading } from './github-reading.ts'

/** What GitHub says about the repositories of some trusts. */
export interface GithubSays {
  /** Empty where the trust names no repository, or GitHub told nothing in time. */
  factsOf(trust: NamingTrust): DiagnosisFacts
  /** It told something of at least one. */
  readonly answered: boolean
  /** What it did not tell, in sentences. */
  readonly gaps: readonly string[]
}

export interface LookOptions {
  /** What was looked up for the same purpose before; all of it together is bounded. */
  readonly asked?: Set<string>
  /** Ask GitHub anew. */
  readonly refresh?: boolean
}

/** Looks repositories up before trusts are judged. A look refuses nothing and holds nobody up: what is missing is unknown. */
export interface GithubLooks {
  look(caller: Caller, trusts: readonly NamingTrust[], options?: LookOptions): Promise<GithubSays>
}

interface LookDeps {
  readonly connections: Pick<GithubConnections, 'tokenOf'>
  readonly issuerHost: string
  readonly read: ReadGithub
}

/** What is not answered by then goes on, for whoever asks next. */
const waitMs = 1_500
const readsAtOnce = 6
/** Two or three questions each: GitHub answers a person 5,000 an hour, and 60 to the whole portal as nobody. */
const mostConnected = 300
const mostAnonymous = 5

export function createGithubLooks({ connections, issuerHost, read }: LookDeps): GithubLooks {
  async function readAll(
    caller: Caller,
    named: ReadonlyMap<string, NamedRepository>,
    {
      asked,
      refresh,
      readings,
      isLate,
    }: Required<LookOptions> & {
      readings: Readings
      isLate: () => boolean
    },
  ): Promise<string[]> {
    let token: string | null
    try {
      token = await connections.tokenOf(caller)
    } catch (error) {
      if (error instanceof PortalError && error.code.startsWith('GITHUB_')) return [error.detail]
      throw error
    }
    const most = token === null ? mostAnonymous : mostConnected
    const taken = [...named.values()].filter(
      ({ key }) => asked.has(key) || (asked.size < most && asked.add(key).has(key)),
    )
    await eachOf(taken, readsAtOnce, async (repository) => {
      if (!isLate()) readings.set(repository.key, await read(caller, token, repository, refresh))
    })
    const left = named.size - taken.length
    return left === 0 ? [] : [`${left} more repositories were not looked up: GitHub answers so many only.`]
  }

  return {
    async look(caller, trusts, { asked = new Set<string>(), refresh = false } = {}) {
      const named = namedBy(trusts, issuerHost)
      if (named.size === 0) return saysNothing
      const readings: Readings = new Map()
      let late = false
      const timer = new AbortController()
      const reading = readAll(caller, named, { asked, refresh, readings, isLate: () => late })
      const ended = await Promise.race([reading, pause(waitMs, null, { signal: timer.signal })]).finally(
        () => {
          late = true
          timer.abort()
        },
      )
      return told(new Map(readings), ended ?? ['GitHub did not answer in time.'], issuerHost)
    },
  }
}

type Readings = Map<string, RepositoryReading>

/** Of trusts that name no repository. */
export const saysNothing: GithubSays = { factsOf: () => ({}), answered: false, gaps: [] }

function namedBy(trusts: readonly NamingTrust[], issuerHost: string): Map<string, NamedRepository> {
  const named = new Map<string, NamedRepository>()
  for (const trust of trusts) {
    const found = repositoryNamed(trust, issuerHost)
    if (found === null) continue
    const namesEnvironment = found.namesEnvironment || named.get(found.key)?.namesEnvironment === true
    named.set(found.key, { ...found, namesEnvironment })
  }
  return named
}

function told(readings: Readings, gaps: readonly string[], issuerHost: string): GithubSays {
  const all = [...readings.values()]
  return {
    factsOf(trust) {
      const found = repositoryNamed(trust, issuerHost)
      const facts = found && readings.get(found.key)?.facts
      return facts ? { github: facts } : {}
    },
    answered: all.some(({ facts }) => facts !== null),
    gaps: [...gaps, ...all.flatMap((one) => one.gaps)],
  }
}
