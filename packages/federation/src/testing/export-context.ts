import type { ExportContext, ExportedTrust } from '../exports/export.ts'

export const guid = '11111111-2222-3333-4444-555555555555'
export const context: ExportContext = {
  trust: {
    name: 'gh-pay-api-production',
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/pay-api:environment:production',
    audiences: ['api://AzureADTokenExchange'],
  },
  parent: {
    kind: 'managedIdentity',
    subscriptionId: guid,
    resourceGroup: 'rg-pay_(eu)',
    identityName: 'id-pay-api',
  },
  tenantId: 'tenant-1',
  clientId: 'client-1',
  subscriptionId: guid,
}
export const app: ExportContext = { ...context, parent: { kind: 'application', appId: 'app-1' } }
export const withSubject = (subject: string | null): ExportContext => ({
  ...context,
  trust: { ...context.trust, subject },
})
export const cluster: ExportContext = {
  ...context,
  trust: {
    ...context.trust,
    issuer: 'https://oidc.fabrikam.com/',
    subject: 'system:serviceaccount:shop:api',
  },
}

/** Subjects that a shell, YAML, JSON or a template could misread. */
export const nastySubjects = [
  "it's",
  'auth0|a b',
  '$HOME',
  '`id`',
  '"x"',
  'a*',
  '-x',
  '--name',
  'a\\b',
  '!',
  'é',
  '[a]',
  '@/dev/null',
  'a=@/dev/null',
  '${x} $${y}',
  '%{x} %PATH%',
  '{{token}} {{{',
  '‘it’s’',
  'two\nlines\u2028',
]

export const expression = "claims['sub'] matches 'repo:contoso/*' and claims['repository_id'] eq '456789'"

/** The trust of `context` and those with nasty subjects, on one parent. */
export const nastyTrusts: readonly ExportedTrust[] = [
  context.trust,
  ...nastySubjects.map((subject, at) => ({ ...context.trust, name: `nasty-${at}`, subject })),
]

export const flexible: ExportedTrust = {
  ...context.trust,
  name: 'gh-any-branch',
  subject: null,
  claimsMatchingExpression: expression,
}
