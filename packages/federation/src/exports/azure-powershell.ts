import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { armPath, armProperties } from './arm-request.ts'
import { cloudName } from './azure-cli.ts'
import {
  definitionStem,
  expressionOf,
  trustsOf,
  type ApplicationParent,
  type IdentityParent,
} from './definition.ts'
import { graphRequest } from './graph-request.ts'
import { powershellTable, powershellText as text } from './powershell-text.ts'

/**
 * Makes the trusts with the Az modules. Their commands know no claims expression, so that one goes by Invoke-AzRestMethod.
 * https://learn.microsoft.com/powershell/module/az.managedserviceidentity/new-azfederatedidentitycredential,
 * https://learn.microsoft.com/powershell/module/az.resources/new-azadappfederatedcredential
 */
export function azurePowershell(context: ExportContext): Export {
  const { parent } = context
  const blocks = trustsOf(context).map((trust) =>
    parent.kind === 'managedIdentity'
      ? identityTrust(parent, trust)
      : applicationTrust(context, parent, trust),
  )
  const head = [
    '#Requires -Version 7.0',
    ...cloudName(context).map(
      (name) => `Connect-AzAccount -Environment ${name} -Tenant ${text(context.tenantId)}`,
    ),
  ]
  return {
    language: 'powershell',
    filename: `${definitionStem(context)}-az.ps1`,
    text: `${[head.join('\n'), ...blocks].join('\n\n')}\n`,
  }
}

function identityTrust(parent: IdentityParent, trust: ExportedTrust): string {
  if (expressionOf(trust) !== null) {
    const payload = JSON.stringify({ properties: armProperties(trust) })
    return rest([
      ['Method', text('PUT')],
      ['Path', text(armPath(parent, trust))],
      ['Payload', text(payload)],
    ])
  }
  return call('New-AzFederatedIdentityCredential', [
    ['SubscriptionId', text(parent.subscriptionId)],
    ['ResourceGroupName', text(parent.resourceGroup)],
    ['IdentityName', text(parent.identityName)],
    ...claims(trust),
  ])
}

function applicationTrust(context: ExportContext, parent: ApplicationParent, trust: ExportedTrust): string {
  if (expressionOf(trust) !== null) {
    const { method, address, body } = graphRequest(context, parent, trust)
    return rest([
      ['Method', text(method)],
      ['Uri', text(address)],
      ['Payload', text(JSON.stringify(body))],
    ])
  }
  const { applicationObjectId } = context
  const { description } = trust
  const objectId =
    applicationObjectId === undefined
      ? `(Get-AzADApplication -ApplicationId ${text(parent.appId)}).Id`
      : text(applicationObjectId)
  return call('New-AzADAppFederatedCredential', [
    ['ApplicationObjectId', objectId],
    ...claims(trust),
    ...(typeof description === 'string' && description !== ''
      ? [['Description', text(description)] as const]
      : []),
  ])
}

function claims(trust: ExportedTrust): readonly (readonly [string, string])[] {
  return [
    ['Name', text(trust.name)],
    ['Issuer', text(trust.issuer)],
    ['Subject', text(trust.subject ?? '')],
    ['Audience', `@(${trust.audiences.map(text).join(', ')})`],
  ]
}

function call(command: string, entries: readonly (readonly [string, string])[]): string {
  return `${powershellTable('trust', entries)}\n${command} @trust`
}

function rest(entries: readonly (readonly [string, string])[]): string {
  return `${powershellTable('request', entries)}\nInvoke-AzRestMethod @request`
}
