import { nothing } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading, NothingReading } from '../paste-reading.ts'
import { readArmId } from '../identifiers/arm-id.ts'
import { readAddress, type Address } from './address.ts'
import { readAzureDevopsAddress } from './azure-devops-address.ts'
import { readGithubAddress } from './github-address.ts'
import { readGitlabAddress } from './gitlab-address.ts'
import { hostingAddresses } from './hosting-addresses.ts'
import { readIssuerAddress } from './issuer-address.ts'
import { pipelineAddresses } from './pipeline-addresses.ts'
import { readTerraformAddress } from './terraform-address.ts'

const readers: readonly ((
  address: Address,
  context: PasteContext,
) => FoundReading | NothingReading | null)[] = [
  readAzurePage,
  readGithubAddress,
  readAzureDevopsAddress,
  readTerraformAddress,
  ...hostingAddresses,
  ...pipelineAddresses,
  readGitlabAddress,
]

/** One address of a repository, project, workspace, cluster, resource or issuer. */
export function readAddressLine(text: string, context: PasteContext): FoundReading | NothingReading | null {
  const issuer = readIssuerAddress(text, context)
  if (issuer !== null) return issuer
  const address = readAddress(text)
  if (address === null) return null
  for (const read of readers) {
    const reading = read(address, context)
    if (reading !== null) return reading
  }
  return unknownAddress(address)
}

function unknownAddress({ host, path }: Address): NothingReading | null {
  if (!host.includes('.')) return null
  return nothing(
    path.length === 0
      ? 'This is the start of an address, without a project or an issuer behind it.'
      : 'No platform is known by this address.',
    'Paste the address of a repository, project, workspace or issuer, or choose the platform below.',
    path.length === 0 ? undefined : 'other-issuer',
  )
}

/** Resource IDs inside addresses of the Azure portal, Azure Resource Manager and Graph. */
function readAzurePage(address: Address, context: PasteContext): FoundReading | NothingReading | null {
  const isPortal =
    /^(?:portal\.azure\.(?:com|us|cn)|preview\.portal\.azure\.com|ms\.portal\.azure\.com|management\.(?:azure|usgovcloudapi|chinacloudapi)\.(?:com|net|cn))$/.test(
      address.host,
    )
  if (!isPortal) return null
  const text = `${address.path.map((part) => `/${part}`).join('')}#${address.hash}`
  const at = text.search(/\/subscriptions\//i)
  const app = /\/(?:appId|ApplicationMenuBlade\/[^/]{1,60}\/appId)\/([0-9a-f-]{36})/i.exec(text)?.[1]
  if (app !== undefined) {
    return {
      kind: 'identity',
      parent: { kind: 'application', appId: app },
      understood: `Application ${app}`,
      notes: [],
    }
  }
  if (at >= 0) {
    const end = text.slice(at).search(/[?#]/)
    return readArmId(end < 0 ? text.slice(at) : text.slice(at, at + end), context)
  }
  return nothing(
    'This page of Azure names no resource.',
    'Open the managed identity, the application or the cluster, and paste that address or its resource ID.',
  )
}
