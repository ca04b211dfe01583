import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { guid } from './platform/fields.ts'
import { audienceOf } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf, identityOptions } from '../exports/workload-context.ts'
import { entraIssuerOf } from './eid1/entra-issuer.ts'

/** Only on applications, only user-assigned identities, only within one tenant. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
export const managedIdentity = definePlatform({
  id: 'managed-identity',
  title: 'Managed identity',
  summary: 'A user-assigned managed identity signs in as an application',
  category: 'identities',
  certainty: 'documented',
  docsUrl:
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity',
  factsAsOf: '2026-09-30',
  fields: {
    tenantId: guid({
      label: 'Tenant ID',
      help: 'Of the identity and of the application: it must be the same.',
      example: '11111111-2222-3333-4444-555555555555',
    }),
    principalId: guid({
      label: 'Object (principal) ID',
      help: 'Of the identity. Not its client ID.',
      example: '22222222-3333-4444-5555-666666666666',
    }),
  },
  forms: [
    {
      issuer: entraIssuerOf('tenantId'),
      subject: [field('principalId', 'identity', { pattern: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}' })],
    },
  ],
  parentKinds: ['application'],
  nameParts: (fields) => ['mi', fieldText(fields, 'principalId')],
  words: (fields) => ({ workload: `identity ${fieldText(fields, 'principalId')}`, qualifier: null }),
  snippet: (context) => ({
    language: 'typescript',
    filename: 'azure.ts',
    text: `import { ClientAssertionCredential, ManagedIdentityCredential } from '@azure/identity'\n\nconst identity = new ManagedIdentityCredential({ clientId: '<client ID of the managed identity>' })\nexport const credential = new ClientAssertionCredential(${JSON.stringify(context.tenantId)}, ${JSON.stringify(clientIdOf(context))}, async () => (await identity.getToken(${JSON.stringify(`${audienceOf(context)}/.default`)})).token${identityOptions(context)})\n`,
  }),
})
