import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { credentialId } from './arm-request.ts'
import { definitionStem, hasExpression, symbolsOf, trustsOf, type IdentityParent } from './definition.ts'
import { pulumiApplication } from './pulumi-application.ts'
import { cloudSetting, pulumiResource, textList } from './pulumi-resource.ts'
import { typescriptText as text } from './quoting.ts'

/**
 * The trusts as a Pulumi program in TypeScript. Each waits for the one before it.
 * https://www.pulumi.com/registry/packages/azure-native/api-docs/managedidentity/federatedidentitycredential/
 * Throws a RangeError for a claims expression on a managed identity, which the package's API version does not know.
 */
export function pulumiTypescript(context: ExportContext): Export {
  const { parent } = context
  return {
    language: 'typescript',
    filename: `${definitionStem(context)}.ts`,
    text: parent.kind === 'managedIdentity' ? identityProgram(context, parent) : pulumiApplication(context),
  }
}

function identityProgram(context: ExportContext, parent: IdentityParent): string {
  const trusts = trustsOf(context)
  if (hasExpression(trusts)) {
    throw new RangeError('Pulumi cannot store a claims expression on an identity. Use the Terraform form.')
  }
  const symbols = symbolsOf(trusts).map((symbol) => `${symbol}_trust`)
  const { stored = true } = context
  const resources = trusts.map((trust, at) =>
    pulumiResource({
      symbol: symbols[at] ?? '',
      type: 'managedidentity.FederatedIdentityCredential',
      name: trust.name,
      entries: entriesOf(parent, trust),
      importId: stored ? credentialId(parent, trust) : null,
      after: symbols[at - 1] ?? null,
    }),
  )
  const head = [
    `// pulumi config set azure-native:subscriptionId ${parent.subscriptionId}`,
    ...cloudSetting(context, 'azure-native'),
    "import * as managedidentity from '@pulumi/azure-native/managedidentity'",
  ].join('\n')
  return `${[head, ...resources].join('\n\n')}\n`
}

function entriesOf(parent: IdentityParent, trust: ExportedTrust): readonly (readonly [string, string])[] {
  return [
    ['resourceGroupName', text(parent.resourceGroup)],
    ['resourceName', text(parent.identityName)],
    ['federatedIdentityCredentialResourceName', text(trust.name)],
    ['issuer', text(trust.issuer)],
    ['subject', text(trust.subject ?? '')],
    ['audiences', textList(trust.audiences)],
  ]
}
