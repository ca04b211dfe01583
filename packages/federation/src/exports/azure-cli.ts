import type { Export, ExportContext } from './export.ts'
import { bashCommand } from './quoting.ts'
import { clientIdOf, cloudOf, fileStem } from './workload-context.ts'

/**
 * Makes the trust with the Azure CLI, on a parent that exists, and signs in with a token to check it.
 * https://learn.microsoft.com/cli/azure/identity/federated-credential, https://learn.microsoft.com/cli/azure/ad/app/federated-credential
 */
export function azureCli(context: ExportContext): Export {
  const { parent } = context
  const clientId = context.clientId ?? (parent.kind === 'application' ? parent.appId : clientIdOf(context))
  const cloud = context.cloud === undefined || context.cloud === 'public' ? [] : [cloudOf(context).cliName]
  const login = bashCommand('  az login --service-principal --allow-no-subscriptions', [
    ['--username', clientId],
    ['--tenant', context.tenantId],
  ])
  const text = [
    ...cloud.map((name) => `az cloud set --name ${name}\n`),
    create(context),
    '',
    '# Check, when TOKEN holds the token that the workload received. It replaces your own sign-in.',
    'if [ -n "${TOKEN:-}" ]; then',
    `${login} \\\n  --federated-token "$TOKEN"`,
    'fi',
    '',
  ].join('\n')
  return { language: 'bash', filename: `${fileStem(context)}.sh`, text }
}

function create(context: ExportContext): string {
  const { parent, trust } = context
  if (parent.kind === 'application') {
    const { name, issuer, subject, audiences } = trust
    return bashCommand('az ad app federated-credential create', [
      ['--id', parent.appId],
      ['--parameters', JSON.stringify({ name, issuer, subject, audiences })],
    ])
  }
  return bashCommand('az identity federated-credential create', [
    ['--subscription', parent.subscriptionId],
    ['--resource-group', parent.resourceGroup],
    ['--identity-name', parent.identityName],
    ['--name', trust.name],
    ['--issuer', trust.issuer],
    ['--subject', trust.subject ?? ''],
    ['--audiences', trust.audiences[0] ?? ''],
  ])
}
