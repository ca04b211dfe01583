import type { GithubEnvironment, GithubRepositoryPath } from '@trustwright/shared-schemas'
import type * as z from 'zod'
import type { Github, GithubAsk, NamesOf } from '../github-port.ts'
import type { Clock } from '../ports.ts'
import type { KnownAnswer } from './answer-cache.ts'
import { GithubUnreadable } from './github-failures.ts'
import { createGithubGet } from './github-get.ts'
import type { GithubPolicy } from './github-policy.ts'
import {
  Environments,
  Names,
  OrganizationTemplate,
  Refs,
  Repository,
  Template,
  toEnvironment,
  toRepository,
  toTemplate,
} from './github-shapes.ts'
import { mapGithubError } from './map-github-error.ts'

export interface GithubOptions {
  /** `https://api.github.com`, or `https://github.contoso.com/api/v3`. */
  readonly apiUrl: string
  /** `https://github.com`, or `https://github.contoso.com`. */
  readonly webUrl: string
  readonly clock: Clock
  readonly policy: GithubPolicy
}

const page = 'per_page=100'
/** Of environments; each is a request of the sixty an hour that the whole portal may make as nobody. */
const mostPages = 5
/** More found names are not for choosing from a list. */
const mostFound = 100
const refsOf: Record<NamesOf, string> = { branches: 'heads', tags: 'tags' }

/** What no name of a branch or tag holds. https://git-scm.com/docs/git-check-ref-format */
const noRef = /(^|\/)\.|\.\.|\/\/|^\/|@\{|[\s~^:?*[\\\p{Cc}]/u

/** https://docs.github.com/rest */
export function createGithub({ apiUrl, webUrl, clock, policy }: GithubOptions): Github {
  const get = createGithubGet({ apiUrl, clock, policy })

  async function read<T>(
    ask: GithubAsk,
    path: string,
    schema: z.ZodType<T>,
  ): Promise<Pick<KnownAnswer, 'hasMore'> & { value: T }> {
    try {
      const { body, hasMore } = await get(ask, path)
      const parsed = schema.safeParse(body)
      if (!parsed.success) throw new GithubUnreadable('an unknown shape', { cause: parsed.error })
      return { value: parsed.data, hasMore }
    } catch (error) {
      throw mapGithubError(error, ask.token !== null, clock.now())
    }
  }

  return {
    async readRepository(ask, path) {
      const { value } = await read(ask, at(path), Repository)
      return toRepository(value, webUrl)
    },
    async readSubjectTemplate(ask, path) {
      const { value } = await read(ask, at(path, '/actions/oidc/customization/sub'), Template)
      return toTemplate(value)
    },
    async readOrganizationClaims(ask, owner) {
      const path = `/orgs/${encodeURIComponent(owner)}/actions/oidc/customization/sub`
      const { value } = await read(ask, path, OrganizationTemplate)
      return value.include_claim_keys ?? null
    },
    async listEnvironments(ask, path) {
      const environments: GithubEnvironment[] = []
      for (let number = 1; number <= mostPages; number++) {
        const below = `/environments?${page}${number === 1 ? '' : `&page=${number}`}`
        const { value, hasMore } = await read(ask, at(path, below), Environments)
        environments.push(...value.environments.map(toEnvironment))
        if (!hasMore) return { environments, complete: true }
      }
      return { environments, complete: false }
    },
    async listNames(ask, path, of) {
      const { value, hasMore } = await read(ask, at(path, `/${of}?${page}`), Names)
      return { names: value.map(({ name }) => name), complete: !hasMore }
    },
    async findNames(ask, path, of, prefix) {
      if (noRef.test(prefix)) return { names: [], complete: true }
      const start = `refs/${refsOf[of]}/`
      const wanted = prefix.split('/').map(encodeURIComponent).join('/')
      const { value, hasMore } = await read(ask, at(path, `/git/matching-${start}${wanted}`), Refs)
      const names = value.flatMap(({ ref }) => (ref.startsWith(start) ? [ref.slice(start.length)] : []))
      return { names: names.slice(0, mostFound), complete: !hasMore && names.length <= mostFound }
    },
  }
}

function at({ owner, name }: GithubRepositoryPath, below = ''): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}${below}`
}
