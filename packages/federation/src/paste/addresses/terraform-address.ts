import { note, nothing, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading } from '../paste-reading.ts'
import type { Address } from './address.ts'

const publicHosts = ['app.terraform.io', 'app.eu.terraform.io']

/** Pages of workspaces, modules and stacks in HCP Terraform and Terraform Enterprise. */
export function readTerraformAddress(
  address: Address,
  { hosts }: PasteContext,
): FoundReading | NothingReading | null {
  const { host, path } = address
  const isKnown = publicHosts.includes(host) || hosts.terraformEnterprise.includes(host)
  const looksLike = path[0] === 'app' && path[2] === 'workspaces'
  if (!isKnown && !looksLike) return null
  const notes = isKnown
    ? []
    : [note('assumed', `${host} was taken for Terraform Enterprise. Choose another platform if it is none.`)]
  const [organization, section, ...rest] = orgPath(path)
  if (organization === undefined) {
    return nothing(
      'This is HCP Terraform, but no workspace of it.',
      'Paste the address of a workspace, such as https://app.terraform.io/app/contoso/workspaces/network.',
      'hcp-terraform',
    )
  }
  if (section === 'workspaces' && rest[0] !== undefined) {
    return workload(
      'hcp-terraform',
      { host, kind: 'workspace', organization, workspace: rest[0] },
      `HCP Terraform workspace ${organization}/${rest[0]}`,
      {
        notes: [
          ...notes,
          note('read-id', 'The subject holds the name of the project, which the address does not say.'),
        ],
      },
    )
  }
  const moduleName = section === 'registry' && rest[0] === 'modules' ? rest[3] : undefined
  if (moduleName !== undefined) {
    return workload(
      'hcp-terraform',
      { host, kind: 'module', organization, module: moduleName },
      `Tests of the module ${organization}/${moduleName}`,
      { notes },
    )
  }
  return workload('hcp-terraform', { host, organization }, `HCP Terraform organization ${organization}`, {
    notes,
  })
}

function orgPath(path: readonly string[]): readonly string[] {
  if (path[0] === 'app') return path.slice(1)
  return path[0] === 'api' && path[2] === 'organizations' ? path.slice(3) : []
}
