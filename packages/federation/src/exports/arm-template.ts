import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { armApiVersion, armProperties, credentialType, identityType } from './arm-request.ts'
import { definitionStem, expressionOf, trustsOf, type IdentityParent } from './definition.ts'
import { armExpressionText, armText } from './quoting.ts'

/**
 * A template for the identity's resource group. The identity itself is left alone unless `createIdentity` is true:
 * deploying one that exists would take its tags away. Each trust waits for the one before it, because Azure refuses two
 * writes at once on one identity.
 * https://learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities/federatedidentitycredentials,
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 * Throws a RangeError for an application, which Azure Resource Manager does not hold.
 */
export function armTemplate(context: ExportContext): Export {
  const { parent } = context
  if (parent.kind !== 'managedIdentity') {
    throw new RangeError('An ARM template cannot hold an application. Use the Bicep or Azure CLI form.')
  }
  const trusts = trustsOf(context)
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      createIdentity: { type: 'bool', defaultValue: false },
      location: { type: 'string', defaultValue: context.location ?? '[resourceGroup().location]' },
    },
    resources: [
      {
        condition: "[parameters('createIdentity')]",
        type: identityType,
        apiVersion: armApiVersion(false),
        name: armText(parent.identityName),
        location: "[parameters('location')]",
      },
      ...trusts.map((trust, at) => trustResource(parent, trust, trusts[at - 1])),
    ],
  }
  return {
    language: 'json',
    filename: `${definitionStem(context)}.json`,
    text: `${JSON.stringify(template, null, 2)}\n`,
  }
}

function trustResource(parent: IdentityParent, trust: ExportedTrust, before: ExportedTrust | undefined) {
  return {
    type: credentialType,
    apiVersion: armApiVersion(expressionOf(trust) !== null),
    name: armText(`${parent.identityName}/${trust.name}`),
    dependsOn: [
      before === undefined
        ? idOf(identityType, parent.identityName)
        : idOf(credentialType, parent.identityName, before.name),
    ],
    properties: literalTexts(armProperties(trust)),
  }
}

function idOf(...words: readonly string[]): string {
  return `[resourceId(${words.map(armExpressionText).join(', ')})]`
}

function literalTexts(value: unknown): unknown {
  if (typeof value === 'string') return armText(value)
  if (Array.isArray(value)) return value.map(literalTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, literalTexts(inner)]))
}
