import type { FieldValues } from '../../model/preset.ts'
import { note, nothing, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading, PasteNote } from '../paste-reading.ts'
import type { Address } from './address.ts'
import { refOf } from './git-ref.ts'

/** First path segments of github.com that are no owners. */
const reserved =
  /^(?:settings|organizations|features|marketplace|topics|search|notifications|login|join|sponsors|apps|about|pricing|collections|trending|explore|issues|pulls|codespaces|new|security|customer-stories|readme|site|contact)$/i

interface Place {
  readonly hosting: FieldValues
  readonly path: readonly string[]
  readonly where: string
  readonly notes?: readonly PasteNote[]
}

/** Pages of repositories on github.com, GHE.com and Enterprise Server, API and git addresses. */
export function readGithubAddress(
  address: Address,
  context: PasteContext,
): FoundReading | NothingReading | null {
  const place = placeOf(address, context)
  if (place === null) return null
  const [first, ...more] = place.path
  if (first === undefined) {
    return nothing(
      'This is GitHub, but no repository of it.',
      'Paste the address of a repository, such as https://github.com/contoso/pay-api.',
      'github-actions',
    )
  }
  if (first === 'enterprises' && more[0] !== undefined) {
    return workload(
      'github-actions',
      { hosting: 'enterprise', enterprise: more[0] },
      `GitHub enterprise ${more[0]}`,
    )
  }
  const [owner, repository, ...page] = first === 'orgs' ? more.slice(0, 1) : place.path
  if (owner === undefined || reserved.test(owner)) {
    return nothing(
      'This page of GitHub belongs to no repository.',
      'Paste the address of the repository itself.',
      'github-actions',
    )
  }
  if (repository === undefined) {
    return workload('github-actions', { ...place.hosting, owner }, `GitHub owner ${owner}${place.where}`)
  }
  const run = pageOf(page, address)
  const branch = run.words === '' ? '' : `, ${run.words}`
  return workload(
    'github-actions',
    { ...place.hosting, owner, repository, ...run.fields },
    `GitHub repository ${owner}/${repository}${place.where}${branch}`,
    { notes: [...(place.notes ?? []), ...run.notes] },
  )
}

function placeOf(address: Address, { hosts }: PasteContext): Place | null {
  const { host, path } = address
  if (host === 'github.com' || host === 'www.github.com' || host === 'ssh.github.com') {
    return { hosting: {}, path, where: '' }
  }
  if (host === 'api.github.com') return { hosting: {}, path: afterApi(path), where: '' }
  if (host === 'raw.githubusercontent.com') {
    const [owner = '', repository = '', ...rest] = path
    return { hosting: {}, path: owner === '' ? [] : [owner, repository, 'blob', ...rest], where: '' }
  }
  const ghe = /^(?:api\.)?([a-z0-9-]+)\.ghe\.com$/.exec(host)?.[1]
  if (ghe !== undefined) {
    return {
      hosting: { hosting: 'ghe', subdomain: ghe },
      path: host.startsWith('api.') ? afterApi(path) : path,
      where: ` on ${ghe}.ghe.com`,
    }
  }
  const isKnown = hosts.github.includes(host)
  if (!isKnown && !/^(?:github|ghe)\.(?!io$)/.test(host)) return null
  return {
    hosting: { hosting: 'server', serverHost: host },
    path: path[0] === 'api' ? afterApi(path.slice(2)) : path,
    where: ` on ${host}`,
    notes: isKnown
      ? []
      : [
          note(
            'assumed',
            `${host} was taken for an Enterprise Server of GitHub. Choose another platform if it is none.`,
          ),
        ],
  }
}

function afterApi(path: readonly string[]): readonly string[] {
  if (path[0] === 'repos') return path.slice(1)
  return path[0] === 'orgs' ? path : []
}

interface Page {
  readonly fields: FieldValues
  readonly words: string
  readonly notes: readonly PasteNote[]
}

/** What the page behind the repository says about the runs. */
function pageOf([page = '', ...rest]: readonly string[], { query }: Address): Page {
  if (page === 'tree' || page === 'blob' || page === 'edit' || page === 'commits') {
    const found = refOf(rest, page === 'tree' || page === 'commits' ? 'tree' : 'blob')
    return found === null ? none : entity('branch', found.ref, found.notes)
  }
  if (page === 'releases' && rest[0] === 'tag') return entity('tag', rest.slice(1).join('/'))
  if (page === 'pull') return { fields: { entity: 'pull-request' }, words: 'pull request', notes: [] }
  if (page === 'actions') return branchFilter(query)
  if (page === 'deployments') {
    const name = query.get('environments_filter') ?? query.get('environment') ?? rest[0]
    return name === undefined || name === 'activity_log' ? anyEnvironment : entity('environment', name)
  }
  if (page === 'environments' && rest[0] !== undefined) return entity('environment', rest[0])
  return page === 'environments' || (page === 'settings' && rest[0] === 'environments')
    ? anyEnvironment
    : none
}

const none: Page = { fields: {}, words: '', notes: [] }
const anyEnvironment: Page = {
  fields: { entity: 'environment' },
  words: 'an environment',
  notes: [
    note('read-id', 'The address does not name the environment. Type its name as the settings show it.'),
  ],
}

function entity(
  kind: 'branch' | 'tag' | 'environment',
  name: string,
  notes: readonly PasteNote[] = [],
): Page {
  return { fields: { entity: kind, [kind]: name }, words: `${kind} ${name}`, notes }
}

/** `?query=branch:main` of the list of runs. */
function branchFilter(query: URLSearchParams): Page {
  const name = /(?:^|\s)branch:"?([^\s"]+)/.exec(query.get('query') ?? '')?.[1]
  return name === undefined ? none : entity('branch', name)
}
