import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { armApiVersion, armProperties, credentialId, credentialType, identityId } from './arm-request.ts'
import { definitionStem, expressionOf, symbolsOf, trustsOf, type IdentityParent } from './definition.ts'
import { hclArguments, hclBlock, hclList, hclText } from './hcl-text.ts'
import { importBlock, providerBlocks } from './terraform-blocks.ts'

/**
 * The trusts of an identity for azapi, which speaks to Azure Resource Manager directly and so knows every version.
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs/resources/resource
 * Throws a RangeError for an application.
 */
export function terraformAzapi(context: ExportContext): Export {
  const { parent } = context
  if (parent.kind !== 'managedIdentity') {
    throw new RangeError('azapi does not reach applications. Use the Terraform form.')
  }
  const trusts = trustsOf(context)
  const symbols = symbolsOf(trusts)
  const blocks = [
    ...providerBlocks(['azapi'], context, parent.subscriptionId),
    ...trusts.flatMap((trust, at) => azapiResource(context, parent, trust, symbols[at] ?? '')),
  ]
  return {
    language: 'hcl',
    filename: `${definitionStem(context)}-azapi.tf`,
    text: `${blocks.join('\n\n')}\n`,
  }
}

/** `locks` keeps the writes of one identity apart, which Azure would refuse together. */
export function azapiResource(
  context: ExportContext,
  parent: IdentityParent,
  trust: ExportedTrust,
  symbol: string,
): readonly string[] {
  const version = armApiVersion(expressionOf(trust) !== null)
  const identity = identityId(parent)
  return [
    ...importBlock(
      context,
      `azapi_resource.${symbol}`,
      `${credentialId(parent, trust)}?api-version=${version}`,
    ),
    hclBlock(`resource "azapi_resource" "${symbol}"`, [
      ...hclArguments('  ', [
        ['type', hclText(`${credentialType}@${version}`)],
        ['name', hclText(trust.name)],
        ['parent_id', hclText(identity)],
        ['locks', hclList([identity])],
      ]),
      '',
      '  body = {',
      '    properties = {',
      ...properties(trust),
      '    }',
      '  }',
    ]),
  ]
}

function properties(trust: ExportedTrust): readonly string[] {
  const { issuer, audiences, ...claim } = armProperties(trust)
  const lines = hclArguments('      ', [
    ['issuer', hclText(issuer)],
    ...('subject' in claim ? [['subject', hclText(claim.subject)] as const] : []),
    ['audiences', hclList(audiences)],
  ])
  if ('subject' in claim) return lines
  return [
    ...lines,
    '      claimsMatchingExpression = {',
    ...hclArguments('        ', [
      ['languageVersion', '1'],
      ['value', hclText(claim.claimsMatchingExpression.value)],
    ]),
    '      }',
  ]
}
