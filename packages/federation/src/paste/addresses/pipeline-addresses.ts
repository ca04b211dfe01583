import { note, nothing, workload } from '../build-reading.ts'
import type { FoundReading, NothingReading, PasteNote } from '../paste-reading.ts'
import { guidOf } from '../values.ts'
import type { Address } from './address.ts'

type AddressReader = (address: Address) => FoundReading | NothingReading | null

const idsNeeded: PasteNote = note(
  'read-id',
  'The token names IDs, which the address does not say. Copy them from the settings, or paste a token.',
)

/** Pages of the other pipeline services. Each asks for what their addresses leave out. */
export const pipelineAddresses: readonly AddressReader[] = [
  ({ host, path: [workspace, repository] }) =>
    host !== 'bitbucket.org' || workspace === undefined
      ? null
      : workload('bitbucket', { workspace }, `Bitbucket repository ${workspace}/${repository ?? '…'}`),
  ({ host, path }) => {
    if (host !== 'app.circleci.com') return null
    const [vcs, owner, repository] = path.slice(
      path.findIndex((part) => /^(?:github|gh|bitbucket|bb|circleci)$/.test(part)),
    )
    const name = [owner, repository].filter((part) => part !== undefined).join('/')
    const ids = vcs === 'circleci' ? { organizationId: guidOf(owner), projectId: guidOf(repository) } : {}
    return workload('circleci', ids, `CircleCI project ${name}`, { notes: [idsNeeded] })
  },
  ({ host, path: [organization, pipeline] }) =>
    host !== 'buildkite.com' || organization === undefined || organization === 'docs'
      ? null
      : workload('buildkite', {}, `Buildkite pipeline ${organization}/${pipeline ?? '…'}`, {
          notes: [idsNeeded],
        }),
  ({ host, path }) => {
    const organization = /^([a-z0-9-]+)\.semaphoreci\.com$/.exec(host)?.[1]
    if (organization === undefined) return null
    const repository = path[0] === 'projects' ? path[1] : undefined
    return workload(
      'semaphore',
      {
        organization,
        projectId: guidOf(repository),
        repository: guidOf(repository) === undefined ? repository : undefined,
      },
      `Semaphore ${repository === undefined ? `organization ${organization}` : `project ${organization}/${repository}`}`,
      { notes: [idsNeeded] },
    )
  },
  ({ host, path, query }) => {
    if (host !== 'g.codefresh.io') return null
    const pipeline = [query.get('id'), ...path].find((part) => part !== null && /^[0-9a-f]{24}$/.test(part))
    return workload(
      'codefresh',
      { pipeline: pipeline ?? undefined },
      `Codefresh pipeline ${pipeline ?? ''}`.trim(),
      {
        notes: [idsNeeded],
      },
    )
  },
  ({ host, path }) => {
    if (!/^app3?\.harness\.io$/.test(host) || !path.includes('account')) return null
    const after = (key: string) => (path.includes(key) ? path[path.indexOf(key) + 1] : undefined)
    const [account, organization, project] = [after('account'), after('orgs'), after('projects')]
    const pipeline = after('pipelines')
    const format = pipeline !== undefined ? 'pipeline' : project !== undefined ? 'project' : undefined
    const cluster = host === 'app3.harness.io' ? 'prod-3' : path[0] === 'gratis' ? 'prod-2' : undefined
    return workload(
      'harness',
      { account, organization, project, pipeline, format, cluster },
      `Harness ${pipeline === undefined ? (project ?? `account ${account ?? ''}`) : `pipeline ${pipeline}`}`,
      {
        notes: [
          note(
            'assumed',
            'Which format its subjects have depends on switches of the account. Print a token once.',
          ),
        ],
      },
    )
  },
  ({ host, path, hash }) => {
    if (!host.endsWith('.octopus.app')) return null
    const parts = hash === '' ? path : hash.replace(/^\//, '').split('/')
    const project = parts.includes('projects') ? parts[parts.indexOf('projects') + 1] : undefined
    return workload('octopus-deploy', { host, project }, `Octopus Deploy ${project ?? 'server'} on ${host}`, {
      notes: [idsNeeded],
    })
  },
  ({ host, path, href }) => {
    const at = path.indexOf('job')
    if (at < 0 || (at > 0 && !/jenkins|^ci\b/.test(host)) || path[at + 1] === undefined) return null
    const jobs = jobPath(path.slice(at))
    const port = URL.canParse(href) ? new URL(href).port : ''
    const root = [host + (port === '' ? '' : `:${port}`), ...path.slice(0, at)].join('/')
    return workload('jenkins', { root, job: jobs.join('/job/') }, `Jenkins job ${jobs.join('/')} on ${root}`)
  },
  ({ host, path }) =>
    !/teamcity/.test(host) && path[0] !== 'buildConfiguration'
      ? null
      : workload('teamcity', { host }, `TeamCity on ${host}`, { notes: [idsNeeded] }),
  ({ host }) =>
    host === 'oidc.buddyusercontent.com' || host !== 'app.buddy.works'
      ? null
      : nothing('Buddy shows issuer and subject itself.', 'Copy both from a token of the pipeline.', 'buddy'),
]

/** `job/a/job/b/42/console` is the job a/b. Names stay as the address writes them. */
function jobPath(path: readonly string[]): readonly string[] {
  const names: string[] = []
  for (let at = 0; path[at] === 'job' && path[at + 1] !== undefined; at += 2) {
    names.push(encodeURIComponent(path[at + 1] ?? ''))
  }
  return names
}
