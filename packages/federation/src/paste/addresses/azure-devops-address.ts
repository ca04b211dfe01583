import type { FieldValues } from '../../model/preset.ts'
import { note, nothing, workload } from '../build-reading.ts'
import type { FoundReading, NothingReading } from '../paste-reading.ts'
import { guidOf } from '../values.ts'
import type { Address } from './address.ts'

const shown = note(
  'read-issuer',
  'Issuer and subject stand in the service connection, under Workload identity federation details. Paste both from there.',
)

/** Projects, repositories and service connections of Azure DevOps, in both forms of its host and in git's. */
export function readAzureDevopsAddress(address: Address): FoundReading | NothingReading | null {
  const place = placeOf(address)
  if (place === null) return null
  const { organization, path } = place
  if (organization === undefined) {
    return nothing(
      'This is Azure DevOps, but no project of it.',
      'Paste the address of the service connection.',
      'azure-devops',
    )
  }
  const project = path[0]?.startsWith('_') === true ? undefined : path[0]
  const connection =
    guidOf(address.query.get('resourceId')) ??
    guidOf(path[path.findIndex((segment) => segment === 'endpoints') + 1])
  const fields: FieldValues = { organization, project, connectionId: connection }
  const words = project === undefined ? `organization ${organization}` : `project ${organization}/${project}`
  return workload(
    'azure-devops',
    fields,
    connection === undefined
      ? `Azure DevOps ${words}`
      : `Azure DevOps service connection ${connection} in ${words}`,
    { notes: [shown] },
  )
}

function placeOf({
  host,
  path,
  isGit,
}: Address): { organization: string | undefined; path: readonly string[] } | null {
  if (host === 'ssh.dev.azure.com' && isGit) return { organization: path[1], path: path.slice(2) }
  if (host === 'dev.azure.com') return { organization: path[0], path: path.slice(1) }
  const old = /^(?!app\.vstoken)([a-z0-9-]+)\.visualstudio\.com$/.exec(host)?.[1]
  if (old === undefined) return null
  return { organization: old, path: path[0] === 'DefaultCollection' ? path.slice(1) : path }
}
