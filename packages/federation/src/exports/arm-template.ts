import type { Export, ExportContext } from './export.ts'
import { armExpressionText, armText } from './quoting.ts'
import { fileStem } from './workload-context.ts'

const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const apiVersion = '2024-11-30'

/**
 * A template that defines the managed identity and the trust on it, for a deployment to its resource group.
 * https://learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities/federatedidentitycredentials
 * Throws a RangeError for an application, which Azure Resource Manager does not hold.
 */
export function armTemplate(context: ExportContext): Export {
  const { parent, trust } = context
  if (parent.kind !== 'managedIdentity') {
    throw new RangeError('An ARM template cannot hold an application. Use the Azure CLI form.')
  }
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      location: { type: 'string', defaultValue: context.location ?? '[resourceGroup().location]' },
    },
    resources: [
      {
        type: identityType,
        apiVersion,
        name: armText(parent.identityName),
        location: "[parameters('location')]",
      },
      {
        type: `${identityType}/federatedIdentityCredentials`,
        apiVersion,
        name: armText(`${parent.identityName}/${trust.name}`),
        dependsOn: [`[resourceId('${identityType}', ${armExpressionText(parent.identityName)})]`],
        properties: {
          issuer: armText(trust.issuer),
          subject: armText(trust.subject ?? ''),
          audiences: trust.audiences.map(armText),
        },
      },
    ],
  }
  return {
    language: 'json',
    filename: `${fileStem(context)}.json`,
    text: `${JSON.stringify(template, null, 2)}\n`,
  }
}
