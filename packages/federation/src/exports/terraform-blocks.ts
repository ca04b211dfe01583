import { clouds } from '../model/cloud.ts'
import type { ExportContext } from './export.ts'
import { hclArguments, hclBlock, hclText } from './hcl-text.ts'

const providers = {
  azurerm: { source: 'hashicorp/azurerm', version: '>= 5.0' },
  azuread: { source: 'hashicorp/azuread', version: '>= 3.0' },
  azapi: { source: 'Azure/azapi', version: '>= 2.0' },
} as const
export type ProviderName = keyof typeof providers

/** What the resources need around them. A configuration that has these blocks already can do without. */
export function providerBlocks(
  names: readonly ProviderName[],
  context: ExportContext,
  subscriptionId?: string,
): readonly string[] {
  const required = names.flatMap((name) => [
    `    ${name} = {`,
    ...hclArguments('      ', [
      ['source', hclText(providers[name].source)],
      ['version', hclText(providers[name].version)],
    ]),
    '    }',
  ])
  return [
    hclBlock('terraform', ['  required_providers {', ...required, '  }']),
    ...names.map((name) => hclBlock(`provider "${name}"`, settings(name, context, subscriptionId))),
  ]
}

/** Takes a trust that Azure holds already into the state. https://developer.hashicorp.com/terraform/language/import */
export function importBlock(
  { stored = true }: Pick<ExportContext, 'stored'>,
  address: string,
  id: string,
): readonly string[] {
  if (!stored) return []
  return [
    hclBlock(
      'import',
      hclArguments('  ', [
        ['to', address],
        ['id', hclText(id)],
      ]),
    ),
  ]
}

function settings(
  name: ProviderName,
  { cloud = 'public', tenantId }: ExportContext,
  subscriptionId: string | undefined,
): readonly string[] {
  return [
    ...(name === 'azurerm' ? ['  features {}'] : []),
    ...hclArguments('  ', [
      ['tenant_id', hclText(tenantId)],
      ...(subscriptionId === undefined ? [] : [['subscription_id', hclText(subscriptionId)] as const]),
      ...(cloud === 'public' ? [] : [['environment', hclText(clouds[cloud].terraformName)] as const]),
    ]),
  ]
}
