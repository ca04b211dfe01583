import type { ExportContext } from './export.ts'
import { bicepText, bicepTrusts, type BicepObject } from './bicep-text.ts'
import { hasExpression, trustsOf } from './definition.ts'
import { graphBody } from './graph-request.ts'

/**
 * The trusts of an application by the Graph extension of Bicep, which finds it by its `uniqueName` and works in the public cloud alone.
 * https://learn.microsoft.com/graph/templates/bicep/reference/federatedidentitycredentials,
 * https://learn.microsoft.com/graph/templates/bicep/how-to-reference-existing-resources
 * Throws a RangeError in another cloud.
 */
export function bicepApplication(context: ExportContext): string {
  if ((context.cloud ?? 'public') !== 'public') {
    throw new RangeError('Bicep reaches applications in the public cloud alone. Use the Azure CLI form.')
  }
  const trusts = trustsOf(context)
  const version = hasExpression(trusts) ? 'beta' : 'v1.0'
  const { applicationUniqueName } = context
  const known = applicationUniqueName === undefined ? '' : ` = ${bicepText(applicationUniqueName)}`
  const objects = trusts.map(bodyOf)
  return `extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/${version}:1.0.0'

@description('The uniqueName of the application. Most have none until somebody sets it, once.')
param applicationUniqueName string${known}

resource application 'Microsoft.Graph/applications@${version}' existing = {
  uniqueName: applicationUniqueName
}

${bicepTrusts(objects)}

@batchSize(1)
resource credentials 'Microsoft.Graph/applications/federatedIdentityCredentials@${version}' = [
  for trust in trusts: {
    name: '\${application.uniqueName}/\${trust.name}'
${membersOf(objects).join('\n')}
  }
]
`
}

function bodyOf(trust: Parameters<typeof graphBody>[0]): BicepObject {
  const { name, issuer, audiences, subject, description, claimsMatchingExpression } = graphBody(trust)
  return {
    name,
    issuer,
    ...(claimsMatchingExpression === undefined ? { subject: subject ?? '' } : { claimsMatchingExpression }),
    audiences,
    ...(description === undefined ? {} : { description }),
  }
}

/** A property that some trusts lack is read with `.?`. */
function membersOf(objects: readonly BicepObject[]): readonly string[] {
  const keys = ['issuer', 'subject', 'claimsMatchingExpression', 'audiences', 'description']
  return keys.flatMap((key) => {
    const count = objects.filter((object) => key in object).length
    if (count === 0) return []
    return [`    ${key}: trust.${count === objects.length ? '' : '?'}${key}`]
  })
}
