import type { PasteContext } from '../paste-context.ts'
import { pastedTrust } from '../build-credential.ts'
import { note } from '../build-reading.ts'
import { trustOf } from '../documents/credential-json.ts'
import { azureCluster } from '../identifiers/arm-id.ts'
import { parentOfAddress, trustNameOf } from '../parent-address.ts'
import type {
  ClusterReading,
  IdentityReading,
  PastedParent,
  PastedTrust,
  PasteNote,
} from '../paste-reading.ts'
import { given, guidOf } from '../values.ts'
import { optionsOf, type CommandLine, type CommandOptions, type Script } from './command-line.ts'

/** What one call of `az` says. */
interface AzFinding {
  readonly trusts?: readonly PastedTrust[]
  readonly other?: IdentityReading | ClusterReading
  readonly notes?: readonly PasteNote[]
}

/** Null for a call that names no trust, identity or cluster. https://learn.microsoft.com/cli/azure/identity/federated-credential */
export function readAzCommand(
  command: CommandLine,
  files: Script['files'],
  { cloud }: PasteContext,
): AzFinding | null {
  const words = command.words.map(({ text }) => text)
  if (!/^(?:.*[\\/])?az(?:\.cmd|\.exe)?$/.test(words[0] ?? '')) return null
  const option = words.findIndex((word) => word.startsWith('-'))
  const path = words.slice(1, option < 0 ? undefined : option).join(' ')
  const options = optionsOf(fileValues(command.words.slice(1), files))
  if (/^identity federated-credential (?:create|update)\b/.test(path)) return identityTrust(options, cloud)
  if (/^ad app federated-credential (?:create|update)\b/.test(path))
    return applicationTrust(options, command, files, cloud)
  if (path.startsWith('rest')) return restTrust(options, cloud)
  return otherAz(path, options)
}

/** `@file` stands for what the file holds, where the script wrote it. */
function fileValues(words: CommandLine['words'], files: Script['files']): CommandLine['words'] {
  return words.map((word) => {
    const path = word.text.startsWith('@') ? word.text.slice(1) : undefined
    const content = path === undefined ? undefined : files.get(path)
    return content === undefined ? word : { ...word, text: content }
  })
}

function identityTrust(options: CommandOptions, cloud: PasteContext['cloud']): AzFinding {
  const trust = pastedTrust(
    {
      name: options.text('name', 'n'),
      issuer: options.text('issuer'),
      subject: options.text('subject'),
      claimsMatchingExpression: options.text('claims-matching-expression-value', 'cme-value'),
      audiences: options.texts('audiences', 'audience'),
      parent: {
        kind: 'managedIdentity',
        ...given({
          subscriptionId: guidOf(options.text('subscription')),
          resourceGroup: options.text('resource-group', 'g'),
          identityName: options.text('identity-name'),
        }),
      },
    },
    cloud,
  )
  return { trusts: [trust] }
}

function applicationTrust(
  options: CommandOptions,
  command: CommandLine,
  files: Script['files'],
  cloud: PasteContext['cloud'],
): AzFinding {
  const stated = options.text('parameters') ?? ''
  const path = stated.replace(/^@/, '')
  const json = stated.startsWith('{')
    ? stated
    : (files.get(path) ?? (/^-$|stdin$/.test(path) ? command.input : undefined))
  const value = json === undefined ? undefined : parsed(json)
  const id = options.text('id')
  const parent: PastedParent = { kind: 'application', ...(id === undefined ? {} : { id }) }
  const trust = trustOf(value, cloud, { parent })
  if (trust !== null) return { trusts: [trust] }
  return {
    trusts: [pastedTrust({ parent }, cloud)],
    notes: [
      json === undefined && path !== ''
        ? note('file-missing', 'The values stand in a file that was not pasted. Paste what the file holds.')
        : note('computed', 'The JSON of --parameters could not be read as it stands here. Paste it alone.'),
    ],
  }
}

/** JSON that a shell has taken the quotes from, or that still has backslashes before them, is tried once more. */
function parsed(json: string): unknown {
  for (const text of [json, json.replaceAll('\\"', '"')]) {
    try {
      const value: unknown = JSON.parse(text)
      return value
    } catch {
      // The next spelling is tried; without any the caller says so.
      continue
    }
  }
  return undefined
}

function restTrust(options: CommandOptions, cloud: PasteContext['cloud']): AzFinding | null {
  const address = options.text('url', 'uri', 'u') ?? ''
  if (!/federatedIdentityCredentials/i.test(address)) return null
  const body = options.text('body', 'b')
  const trust = body === undefined ? null : trustAtAddress(address, parsed(body), cloud)
  if (trust !== null) return { trusts: [trust] }
  return options.has('body', 'b')
    ? {
        notes: [
          note('file-missing', 'The values stand in a file that was not pasted. Paste what the file holds.'),
        ],
        trusts: [pastedTrust(named(address), cloud)],
      }
    : null
}

function named(address: string) {
  return { name: trustNameOf(address), parent: parentOfAddress(address) ?? undefined }
}

/** A trust of a request: the address names the parent, and the trust where the body does not. */
export function trustAtAddress(
  address: string,
  body: unknown,
  cloud: PasteContext['cloud'],
): PastedTrust | null {
  const { name, parent } = named(address)
  return trustOf(body, cloud, {
    ...(name === undefined ? {} : { name }),
    ...(parent === undefined ? {} : { parent }),
  })
}

function otherAz(path: string, options: CommandOptions): AzFinding | null {
  const name = options.text('name', 'n')
  const place = given({
    subscriptionId: guidOf(options.text('subscription')),
    resourceGroup: options.text('resource-group', 'g'),
  })
  if (
    /^(?:aks|connectedk8s) (?:show|create|update|get-credentials|connect)\b/.test(path) &&
    name !== undefined
  ) {
    return { other: azureCluster(path.startsWith('aks') ? 'aks' : 'azure-arc', { ...place, name }) }
  }
  if (/^identity (?:show|create)\b/.test(path) && name !== undefined) {
    const parent: PastedParent = { kind: 'managedIdentity', ...place, identityName: name }
    return { other: { kind: 'identity', parent, understood: `Managed identity ${name}`, notes: [] } }
  }
  const clientId = guidOf(
    /^login\b/.test(path)
      ? options.text('username', 'u', 'client-id')
      : /^ad (?:app|sp) /.test(path)
        ? options.text('id')
        : undefined,
  )
  if (clientId === undefined) return null
  const tenantId = guidOf(options.text('tenant', 't'))
  return {
    other: {
      kind: 'identity',
      parent: path.startsWith('ad') ? { kind: 'application', id: clientId } : { kind: 'either', clientId },
      ...(tenantId === undefined ? {} : { tenantId }),
      understood: `Identity with the ID ${clientId}`,
      notes: [],
    },
  }
}
