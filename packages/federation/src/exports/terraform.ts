import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { credentialId, identityId } from './arm-request.ts'
import {
  definitionStem,
  expressionOf,
  hasExpression,
  symbolsOf,
  trustsOf,
  type IdentityParent,
} from './definition.ts'
import { hclArguments, hclBlock, hclList, hclText, survivesTerraform } from './hcl-text.ts'
import { terraformApplication } from './terraform-application.ts'
import { azapiResource } from './terraform-azapi.ts'
import { importBlock, providerBlocks, type ProviderName } from './terraform-blocks.ts'

/**
 * The trusts as Terraform: azurerm 5 for an identity, azuread 3 for an application. azurerm knows no claims expression,
 * so that one is written for azapi.
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/federated_identity_credential
 */
export function terraform(context: ExportContext): Export {
  const { parent } = context
  const blocks =
    parent.kind === 'managedIdentity' ? terraformIdentity(context, parent) : terraformApplication(context)
  return {
    language: 'hcl',
    filename: `${definitionStem(context)}.tf`,
    text: `${blocks.join('\n\n')}\n`,
  }
}

/** Whether Terraform stores every text of the trust as it is. */
export function trustSurvivesTerraform(trust: ExportedTrust): boolean {
  const { issuer, subject, audiences, description } = trust
  return [issuer, subject ?? '', ...audiences, description ?? '', expressionOf(trust) ?? ''].every(
    survivesTerraform,
  )
}

function terraformIdentity(context: ExportContext, parent: IdentityParent): readonly string[] {
  const trusts = trustsOf(context)
  const symbols = symbolsOf(trusts)
  const names: readonly ProviderName[] = hasExpression(trusts)
    ? trusts.every((trust) => expressionOf(trust) !== null)
      ? ['azapi']
      : ['azurerm', 'azapi']
    : ['azurerm']
  return [
    ...providerBlocks(names, context, parent.subscriptionId),
    ...trusts.flatMap((trust, at) => {
      const symbol = symbols[at] ?? ''
      return expressionOf(trust) === null
        ? azurermResource(context, parent, trust, symbol)
        : azapiResource(context, parent, trust, symbol)
    }),
  ]
}

function azurermResource(
  context: ExportContext,
  parent: IdentityParent,
  trust: ExportedTrust,
  symbol: string,
): readonly string[] {
  const type = 'azurerm_federated_identity_credential'
  return [
    ...importBlock(context, `${type}.${symbol}`, credentialId(parent, trust)),
    hclBlock(
      `resource "${type}" "${symbol}"`,
      hclArguments('  ', [
        ['name', hclText(trust.name)],
        ['user_assigned_identity_id', hclText(identityId(parent))],
        ['issuer', hclText(trust.issuer)],
        ['subject', hclText(trust.subject ?? '')],
        ['audience', hclList(trust.audiences)],
      ]),
    ),
  ]
}
