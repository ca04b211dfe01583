import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { azRestCommand } from './az-rest.ts'
import { definitionStem, expressionOf, trustsOf } from './definition.ts'
import { graphBody } from './graph-request.ts'
import { bashCommand } from './quoting.ts'
import { clientIdOf, cloudOf } from './workload-context.ts'

/** A call of `az`: the command and its options. */
export interface AzCall {
  readonly command: string
  readonly options: readonly (readonly [string, string])[]
}

/**
 * Makes the trusts with the Azure CLI, on a parent that exists, and signs in with a token to check it.
 * https://learn.microsoft.com/cli/azure/identity/federated-credential, https://learn.microsoft.com/cli/azure/ad/app/federated-credential
 */
export function azureCli(context: ExportContext): Export {
  const login = signIn(context)
  const text = [
    ...azCloudCommands(context).map((command) => `${command}\n`),
    ...azCreateCommands(context),
    '',
    '# Check, when TOKEN holds the token that the workload received. It replaces your own sign-in.',
    'if [ -n "${TOKEN:-}" ]; then',
    `${bashCommand(`  ${login.command}`, login.options)} \\\n  --federated-token "$TOKEN"`,
    'fi',
    '',
  ].join('\n')
  return { language: 'bash', filename: `${definitionStem(context)}.sh`, text }
}

/** The commands alone that make the trusts, one text each. In another cloud than the public one `azCloudCommands` go first. */
export function azCreateCommands(context: ExportContext): readonly string[] {
  return trustsOf(context).map((trust) => {
    const { command, options } = azCreate(context, trust)
    return bashCommand(command, options)
  })
}

/** Sets the cloud; none for the public one, with which `az` starts. */
export function azCloudCommands(context: Pick<ExportContext, 'cloud'>): readonly string[] {
  return cloudName(context).map((name) => `az cloud set --name ${name}`)
}

/** Name of a cloud that `az` does not start with. */
export function cloudName(context: Pick<ExportContext, 'cloud'>): readonly string[] {
  return context.cloud === undefined || context.cloud === 'public' ? [] : [cloudOf(context).cliName]
}

/** Signs in as the parent; the option for the token is left to the shell's own way to read a variable. */
export function signIn(context: ExportContext): AzCall {
  const { parent } = context
  return {
    command: 'az login --service-principal --allow-no-subscriptions',
    options: [
      [
        '--username',
        context.clientId ?? (parent.kind === 'application' ? parent.appId : clientIdOf(context)),
      ],
      ['--tenant', context.tenantId],
    ],
  }
}

/**
 * By `az rest` goes what the commands cannot carry: a claims expression of an application, and a value with a leading `@`,
 * which `az` takes for the name of a file, even where it has read the value from a file before.
 */
export function azCreate(context: ExportContext, trust: ExportedTrust): AzCall {
  const { parent } = context
  const expression = expressionOf(trust)
  const values = [trust.issuer, trust.subject ?? '', ...trust.audiences]
  if (parent.kind === 'application') {
    if (expression !== null) return azRestCommand(context, trust)
    return {
      command: 'az ad app federated-credential create',
      options: [
        ['--id', parent.appId],
        ['--parameters', JSON.stringify(graphBody(trust))],
      ],
    }
  }
  if (values.some((value) => value.startsWith('@'))) return azRestCommand(context, trust)
  return {
    command: 'az identity federated-credential create',
    options: [
      ['--subscription', parent.subscriptionId],
      ['--resource-group', parent.resourceGroup],
      ['--identity-name', parent.identityName],
      ['--name', trust.name],
      ['--issuer', trust.issuer],
      ...claimOptions(trust, expression),
      ['--audiences', trust.audiences[0] ?? ''],
    ],
  }
}

function claimOptions(trust: ExportedTrust, expression: string | null): AzCall['options'] {
  if (expression === null) return [['--subject', trust.subject ?? '']]
  return [
    ['--claims-matching-expression-version', '1'],
    ['--claims-matching-expression-value', expression],
  ]
}
