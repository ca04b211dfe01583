import type { QueryClient } from '@tanstack/react-query'
import type { Cloud } from '@trustwright/federation'
import type { DraftBody, GithubRepositoryPath } from '@trustwright/shared-schemas'
import {
  githubConnectionQuery,
  githubEnvironmentsQuery,
  githubRepositoryQuery,
} from '../../../api/github-queries.ts'
import { repositoryToAsk } from '../../../components/workload/asked-github.ts'
import { fieldsOfRepository, isSubjectTold } from '../../../components/workload/github-facts.ts'
import { soon } from '../../../lib/soon.ts'
import { findSuggestions } from '../identity/find-suggestions.ts'
import { fieldsOfTrigger, triggerOf } from '../../../components/workload/github-trigger.ts'
import { sameButForCase } from '../workload/github-names.ts'
import { knownFormat } from './known-format.ts'
import { isAgeOpen } from './workload-start.ts'

type Fields = Readonly<Record<string, string>>

export interface LookedUp {
  readonly body: DraftBody
  /** GitHub says something else than what was pasted: the workload step shows it before anything goes on. */
  readonly stops: boolean
}

/** Nobody waits longer for GitHub before the first step, which asks again by itself. */
const patienceMs = 5000

/** The draft as GitHub's answer completes it; as it is where GitHub is not asked, or told nothing. */
export async function withGithub(
  queries: QueryClient,
  body: DraftBody,
  cloud: Cloud,
  signal?: AbortSignal,
): Promise<LookedUp> {
  if (body.presetId !== 'github-actions') return { body, stops: false }
  const connection = await soon(queries.fetchQuery(githubConnectionQuery), patienceMs, signal)
  const path = repositoryToAsk(body.fields, connection?.webUrl)
  if (path === null) return { body, stops: false }
  const { environment } = body.fields
  const [repository, listed] = await Promise.all([
    soon(queries.fetchQuery(githubRepositoryQuery(path)), patienceMs, signal),
    soon(queries.fetchQuery(githubEnvironmentsQuery(path)), patienceMs, signal),
  ])
  if (repository === null || !isSubjectTold(repository)) {
    return { body: await withKnownFormat(queries, body, path, cloud, signal), stops: false }
  }
  const names = listed?.environments.map(({ name }) => name) ?? []
  const truth = given(
    fieldsOfRepository({ ...body.fields, ...onlyEnvironment(body.fields, names) }, repository),
  )
  const stops =
    repository.owner !== path.owner ||
    repository.name !== path.name ||
    differs(body.fields, truth, 'identifiers') ||
    differs(body.fields, truth, 'entity') ||
    (environment !== undefined && sameButForCase(environment, names) !== null)
  return stops ? { body, stops } : { body: { ...body, fields: truth }, stops }
}

/**
 * Where GitHub does not tell, the trusts that the tenant has of the same repository do, if they agree. If they do not, the
 * IDs are known all the same, and the question stays.
 */
async function withKnownFormat(
  queries: QueryClient,
  body: DraftBody,
  { owner, name }: GithubRepositoryPath,
  cloud: Cloud,
  signal?: AbortSignal,
): Promise<DraftBody> {
  if (!isAgeOpen(body)) return body
  const found = await soon(findSuggestions(queries, body, cloud), patienceMs, signal)
  const rows = found?.rows ?? []
  const known = knownFormat(rows, `${owner}/${name}`, cloud)
  return { ...body, fields: { ...body.fields, ...known.fields } }
}

/** A repository with one environment, and no word on which runs, leaves nothing to choose. */
function onlyEnvironment(fields: Fields, names: readonly string[]): Fields {
  const [only] = names
  const isOpen = triggerOf(fields) === null && ['', 'environment'].includes(fields['entity'] ?? '')
  return isOpen && only !== undefined && names.length === 1
    ? fieldsOfTrigger({ kind: 'environment', name: only })
    : {}
}

function differs(pasted: Fields, truth: Fields, key: string): boolean {
  const said = pasted[key] ?? ''
  return said !== '' && said !== truth[key]
}

function given(fields: Readonly<Record<string, string | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  )
}
