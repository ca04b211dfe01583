import type { ExportContext, ExportedTrust } from './export.ts'
import { expressionOf, symbolsOf, trustsOf } from './definition.ts'
import { cloudSetting, pulumiResource, textList } from './pulumi-resource.ts'
import { typescriptText as text } from './quoting.ts'

/**
 * https://www.pulumi.com/registry/packages/azuread/api-docs/applicationfederatedidentitycredential/
 * Throws a RangeError for a managed identity.
 */
export function pulumiApplication(context: ExportContext): string {
  const { parent, applicationObjectId, stored = true } = context
  if (parent.kind !== 'application') throw new RangeError('This is the form for applications.')
  const trusts = trustsOf(context)
  const symbols = symbolsOf(trusts).map((symbol) => `${symbol}_trust`)
  const resources = trusts.map((trust, at) =>
    pulumiResource({
      symbol: symbols[at] ?? '',
      type:
        expressionOf(trust) === null
          ? 'azuread.ApplicationFederatedIdentityCredential'
          : 'azuread.ApplicationFlexibleFederatedIdentityCredential',
      name: trust.name,
      entries: entriesOf(trust),
      importId:
        stored && applicationObjectId !== undefined && trust.credentialId !== undefined
          ? `${applicationObjectId}/federatedIdentityCredential/${trust.credentialId}`
          : null,
      after: symbols[at - 1] ?? null,
    }),
  )
  const head = [
    ...cloudSetting(context, 'azuread'),
    "import * as azuread from '@pulumi/azuread'",
    '',
    `const parent = azuread.getApplicationOutput({ clientId: ${text(parent.appId)} })`,
  ].join('\n')
  return `${[head, ...resources].join('\n\n')}\n`
}

function entriesOf(trust: ExportedTrust): readonly (readonly [string, string])[] {
  const expression = expressionOf(trust)
  const { description } = trust
  return [
    ['applicationId', 'parent.id'],
    ['displayName', text(trust.name)],
    ...(typeof description === 'string' && description !== ''
      ? [['description', text(description)] as const]
      : []),
    ['issuer', text(trust.issuer)],
    ...(expression === null
      ? ([
          ['subject', text(trust.subject ?? '')],
          ['audiences', textList(trust.audiences)],
        ] as const)
      : ([
          ['audience', text(trust.audiences[0] ?? '')],
          ['claimsMatchingExpression', text(expression)],
        ] as const)),
  ]
}
