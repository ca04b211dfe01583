import {
  defaultAudience,
  recognise,
  type Cause,
  type CauseAction,
  type Cloud,
  type Presented,
} from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import { parentSearch, paths } from '../../paths.ts'
import type { TenantTrust } from './scope.ts'

export type Create = Extract<CauseAction, { kind: 'create' }>
type Values = Readonly<Partial<Record<'issuer' | 'subject' | 'expression' | 'audience', string>>>

/** Every value that the causes would set, so that one change mends all of them. */
export function valuesToSet(causes: readonly Cause[]): Values {
  const sets = causes.flatMap(({ action, severity }) =>
    action?.kind === 'set' && action.field !== 'name' && severity !== 'info'
      ? [[action.field, action.value] as const]
      : [],
  )
  // The best cause stands first and wins.
  return Object.fromEntries(sets.toReversed())
}

/** The trust's page with the form of a change open and filled. */
export function changeAddress({ stored }: TenantTrust, values: Values): string {
  return paths.trust({ parent: stored.parent, trustName: stored.name }, { change: '1', ...values })
}

/** The issuer that was shown; where an error quotes a subject of GitHub alone, that of github.com. */
export function issuerOf(presented: Presented | null): string | undefined {
  const { issuer, subject } = presented ?? {}
  const isGithub = issuer === undefined && subject !== undefined && /^repo:[^/]+\/[^:]+:/.test(subject)
  return isGithub ? 'https://token.actions.githubusercontent.com' : issuer
}

/** A new trust for what the workload showed, in the words of its platform where that is known. */
export function createAddress(
  { issuer, subject, audience }: Create,
  parent: TrustParent | null,
  cloud: Cloud,
) {
  const known = recognise({ issuer, subject, audiences: [audience] }, cloud)
  const workload =
    known === null ? { preset: 'other-issuer', issuer, subject } : { preset: known.presetId, ...known.fields }
  const other = audience === '' || audience === defaultAudience(cloud) ? {} : { audience }
  return paths.trustCreate({ ...parentSearch(parent), ...workload, ...other })
}

/**
 * The same change as a command. https://learn.microsoft.com/cli/azure/identity/federated-credential and
 * https://learn.microsoft.com/cli/azure/ad/app/federated-credential
 */
export function changeCommand({ stored }: TenantTrust, values: Values): string | null {
  const { parent, name } = stored
  const { issuer, subject, audience } = { ...valuesOf(stored), ...values }
  if (subject === '' || values.expression !== undefined) return null
  if (parent.kind === 'application') {
    const parameters = JSON.stringify({ name, issuer, subject, audiences: [audience] })
    return `az ad app federated-credential update --id ${parent.appId} --federated-credential-id ${quoted(name)} --parameters ${quoted(parameters)}`
  }
  return [
    'az identity federated-credential update',
    `--subscription ${parent.subscriptionId}`,
    `--resource-group ${quoted(parent.resourceGroup)}`,
    `--identity-name ${quoted(parent.identityName)}`,
    `--name ${quoted(name)}`,
    `--issuer ${quoted(issuer)}`,
    `--subject ${quoted(subject)}`,
    `--audiences ${quoted(audience)}`,
  ].join(' \\\n  ')
}

function valuesOf({ issuer, subject, audiences }: TenantTrust['stored']) {
  return { issuer, subject: subject ?? '', audience: audiences[0] ?? '' }
}

/** For a POSIX shell: between single quotes nothing has a meaning. */
function quoted(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`
}
