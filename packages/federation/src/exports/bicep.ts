import type { Export, ExportContext } from './export.ts'
import { armApiVersion, armProperties, credentialType, identityType } from './arm-request.ts'
import { bicepApplication } from './bicep-application.ts'
import { bicepText, bicepTrusts } from './bicep-text.ts'
import { definitionStem, hasExpression, trustsOf, type IdentityParent } from './definition.ts'

/**
 * The trusts as Bicep, on a parent that exists, one after another: Azure refuses two writes at once on one identity.
 * https://learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities/federatedidentitycredentials
 */
export function bicep(context: ExportContext): Export {
  const { parent } = context
  const text = parent.kind === 'managedIdentity' ? bicepIdentity(context, parent) : bicepApplication(context)
  return { language: 'bicep', filename: `${definitionStem(context)}.bicep`, text }
}

function bicepIdentity(context: ExportContext, parent: IdentityParent): string {
  const trusts = trustsOf(context)
  const apiVersion = armApiVersion(hasExpression(trusts))
  const objects = trusts.map((trust) => ({ name: trust.name, properties: armProperties(trust) }))
  return `// Deploy it to the resource group of the identity, which is left as it is.
resource identity '${identityType}@${apiVersion}' existing = {
  name: ${bicepText(parent.identityName)}
}

${bicepTrusts(objects)}

// One after another: Azure refuses two writes at once on one identity.
@batchSize(1)
resource credentials '${credentialType}@${apiVersion}' = [
  for trust in trusts: {
    parent: identity
    name: trust.name
    properties: trust.properties
  }
]
`
}
