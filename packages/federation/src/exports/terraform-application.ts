import type { ExportContext, ExportedTrust } from './export.ts'
import { expressionOf, symbolsOf, trustsOf } from './definition.ts'
import { hclArguments, hclBlock, hclList, hclText } from './hcl-text.ts'
import { importBlock, providerBlocks } from './terraform-blocks.ts'

/**
 * https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_federated_identity_credential,
 * https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_flexible_federated_identity_credential
 * Throws a RangeError for a managed identity.
 */
export function terraformApplication(context: ExportContext): readonly string[] {
  const { parent } = context
  if (parent.kind !== 'application') throw new RangeError('This is the form for applications.')
  const trusts = trustsOf(context)
  const symbols = symbolsOf(trusts)
  return [
    ...providerBlocks(['azuread'], context),
    hclBlock('data "azuread_application" "parent"', [`  client_id = ${hclText(parent.appId)}`]),
    ...trusts.flatMap((trust, at) => azureadResource(context, trust, symbols[at] ?? '')),
  ]
}

function azureadResource(context: ExportContext, trust: ExportedTrust, symbol: string): readonly string[] {
  const expression = expressionOf(trust)
  const type =
    expression === null
      ? 'azuread_application_federated_identity_credential'
      : 'azuread_application_flexible_federated_identity_credential'
  const { description } = trust
  return [
    ...adopt(context, trust, `${type}.${symbol}`),
    hclBlock(
      `resource "${type}" "${symbol}"`,
      hclArguments('  ', [
        ['application_id', 'data.azuread_application.parent.id'],
        ['display_name', hclText(trust.name)],
        ...(typeof description === 'string' && description !== ''
          ? [['description', hclText(description)] as const]
          : []),
        ['issuer', hclText(trust.issuer)],
        ...claims(trust, expression),
      ]),
    ),
  ]
}

function claims(trust: ExportedTrust, expression: string | null): readonly (readonly [string, string])[] {
  return expression === null
    ? [
        ['subject', hclText(trust.subject ?? '')],
        ['audiences', hclList(trust.audiences)],
      ]
    : [
        ['audience', hclText(trust.audiences[0] ?? '')],
        ['claims_matching_expression', hclText(expression)],
      ]
}

/** An import needs two IDs that not every caller knows. */
function adopt(context: ExportContext, trust: ExportedTrust, address: string): readonly string[] {
  const { applicationObjectId, stored = true } = context
  if (!stored) return []
  if (applicationObjectId !== undefined && trust.credentialId !== undefined) {
    return importBlock(
      context,
      address,
      `${applicationObjectId}/federatedIdentityCredential/${trust.credentialId}`,
    )
  }
  return [
    [
      '# Azure holds this trust already. Before the first apply:',
      `# terraform import ${address} "<application-object-id>/federatedIdentityCredential/<credential-id>"`,
    ].join('\n'),
  ]
}
