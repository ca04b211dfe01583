import type { Warning } from '../model/warning.ts'
import type { WorkloadContext } from '../exports/workload-context.ts'
import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, host, text } from './platform/fields.ts'
import { audienceOf, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { bashWord } from '../exports/quoting.ts'

/** https://developer.hashicorp.com/vault/api-docs/secret/azure#environment */
function environmentOf({ cloud = 'public' }: WorkloadContext): string {
  const names = { public: '', usgov: 'AzureUSGovernmentCloud', china: 'AzureChinaCloud' }
  return cloud === 'public' ? '' : ` environment=${names[cloud]}`
}

const keyType: Warning = {
  code: 'algorithm-unsure',
  severity: 'info',
  field: 'accessor',
  text: 'Azure promises RS256 only, and Vault signs with what the key of the mount says.',
  fix: 'Keep identity_token_key at a key with algorithm RS256.',
}

/** The subject names the mount. https://developer.hashicorp.com/vault/docs/secrets/azure */
export const vault = definePlatform({
  id: 'vault',
  title: 'HashiCorp Vault',
  summary: 'A plug-in of Vault Enterprise 1.17 or newer',
  category: 'infrastructure',
  certainty: 'partly',
  docsUrl: 'https://developer.hashicorp.com/vault/docs/secrets/azure',
  factsAsOf: '2026-09-30',
  fields: {
    host: host({
      label: 'Vault',
      help: 'Host of Vault, without https://. Its discovery must be public.',
      example: 'vault.contoso.com',
    }),
    place: choice({
      label: 'Namespace',
      help: 'The root namespace has no part in the address.',
      example: 'root',
      options: [
        { value: 'root', label: 'Root' },
        { value: 'namespace', label: 'Another one' },
      ],
    }),
    namespace: text(
      {
        label: 'Path of the namespace',
        help: 'Without slashes around it.',
        example: 'platform',
        shownWhen: { field: 'place', is: ['namespace'] },
      },
      { pattern: /^[^\s:/]+(?:\/[^\s:/]+)*$/, shape: 'names parted by single slashes' },
    ),
    namespaceId: text(
      {
        label: 'ID of the namespace',
        help: 'Shown by: vault namespace lookup PATH',
        example: 'aB3dE',
        shownWhen: { field: 'place', is: ['namespace'] },
      },
      { pattern: /^[A-Za-z0-9]+$/, shape: 'letters and digits' },
    ),
    accessor: text(
      {
        label: 'Accessor of the mount',
        help: 'Shown by: vault secrets list. A mount that is made again has another one.',
        example: 'azure_ab12cd34',
      },
      { pattern: /^[a-z0-9_-]+$/, shape: 'small letters, digits, - and _' },
    ),
  },
  forms: [
    {
      when: { place: 'root' },
      issuer: ['https://', field('host', 'Vault', { pattern: '[^/]+' }), '/v1/identity/oidc/plugins'],
      subject: ['plugin-identity:root:secret:', field('accessor', 'mount')],
    },
    {
      when: { place: 'namespace' },
      issuer: [
        'https://',
        field('host', 'Vault', { pattern: '[^/]+' }),
        '/v1/',
        field('namespace', 'namespace', { pattern: '.+' }),
        '/identity/oidc/plugins',
      ],
      subject: [
        'plugin-identity:',
        field('namespaceId', 'namespace ID'),
        ':secret:',
        field('accessor', 'mount'),
      ],
    },
  ],
  warnings: () => [keyType],
  nameParts: (fields) => ['vault', fieldText(fields, 'accessor')],
  words: (fields) => ({
    workload: `mount ${fieldText(fields, 'accessor')}`,
    qualifier: fieldText(fields, 'namespace') || fieldText(fields, 'host'),
  }),
  snippet: (context) =>
    shellSnippet(context, [
      `vault write azure/config tenant_id=${bashWord(context.tenantId)} client_id=${bashWord(clientIdOf(context))} subscription_id=${bashWord(context.subscriptionId ?? '<subscription-id>')} identity_token_audience=${bashWord(audienceOf(context))}${environmentOf(context)}`,
    ]),
})
