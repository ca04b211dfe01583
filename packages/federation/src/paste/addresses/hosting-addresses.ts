import { note, workload } from '../build-reading.ts'
import type { FoundReading } from '../paste-reading.ts'
import type { Address } from './address.ts'

type AddressReader = (address: Address) => FoundReading | null

/** Pages of infrastructure services, hosting and clouds. */
export const hostingAddresses: readonly AddressReader[] = [
  ({ host, path: [kind, id] }) => {
    const account = /^([a-z0-9-]+)\.app\.(?:us\.)?spacelift\.io$/.exec(host)?.[1]
    if (account === undefined || id === undefined) return null
    const caller = kind === 'module' ? 'module' : 'stack'
    return workload('spacelift', { account, caller, stack: id }, `Spacelift ${caller} ${id}`)
  },
  ({ host, path: [organization, project, third, fourth] }) => {
    if (host !== 'app.pulumi.com' || organization === undefined || project === undefined) return null
    if (project === 'esc' && third !== undefined) {
      const environment =
        third === 'default' || fourth === undefined ? (fourth ?? third) : `${third}/${fourth}`
      return workload(
        'pulumi-esc',
        { organization, environment },
        `Pulumi environment ${organization}/${environment}`,
      )
    }
    return workload(
      'pulumi-deployments',
      { organization, project, stack: third },
      `Pulumi stack ${[organization, project, third].filter((part) => part !== undefined).join('/')}`,
    )
  },
  ({ host }) => {
    const account = /^(?!www|docs)([a-z0-9-]+)\.scalr\.io$/.exec(host)?.[1]
    return account === undefined ? null : workload('scalr', { account }, `Scalr account ${account}`)
  },
  ({ host }) =>
    host !== 'app.env0.com'
      ? null
      : workload('env-zero', {}, 'env zero organization', {
          notes: [
            note(
              'read-id',
              'Its subject is shown in Organization Settings, under Policies. Copy it from there.',
            ),
          ],
        }),
  ({ host, path: [team, project, page, environment] }) => {
    if (host !== 'vercel.com' || team === undefined || project === undefined || team === 'docs') return null
    return workload(
      'vercel',
      {
        team,
        project: project.startsWith('~') ? undefined : project,
        environment: page === 'env' ? environment : undefined,
      },
      `Vercel project ${team}/${project}`,
    )
  },
  ({ host, path: [first, app] }) =>
    host !== 'fly.io' || first !== 'apps' || app === undefined
      ? null
      : workload('fly-io', { app }, `Fly.io app ${app}`),
  readGoogleConsole,
]

/** Clusters and service accounts in the console of Google Cloud. */
function readGoogleConsole({ host, path, query }: Address): FoundReading | null {
  if (host !== 'console.cloud.google.com') return null
  const details = path.slice(path.indexOf('details') + 1)
  const project = query.get('project') ?? undefined
  if (path[0] === 'kubernetes' && path.includes('details')) {
    const [location, cluster] = details
    return workload(
      'gke',
      { project, location, cluster },
      `GKE cluster ${cluster ?? ''} in ${location ?? ''}`,
    )
  }
  const id = details[0]
  return path.includes('serviceaccounts') && id !== undefined && /^\d{15,25}$/.test(id)
    ? workload('google-cloud', { uniqueId: id }, `Google service account ${id}`)
    : null
}
