import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, guid, host, text } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

const paths = [
  ['plain', '/realms/'],
  ['auth', '/auth/realms/'],
] as const

/** Its tokens carry the audience only with a mapper. https://www.keycloak.org/docs/latest/server_admin/#_audience */
export const keycloak = definePlatform({
  id: 'keycloak',
  title: 'Keycloak',
  summary: 'A service account of a realm',
  category: 'identities',
  certainty: 'partly',
  docsUrl: 'https://www.keycloak.org/docs/latest/server_admin/#_service_accounts',
  factsAsOf: '2026-09-30',
  fields: {
    host: host({ label: 'Host', help: 'Without https://.', example: 'id.contoso.com' }),
    realm: text(
      { label: 'Realm', help: 'Its name, in its own capitals.', example: 'shop' },
      { pattern: /^[^\s/:]+$/, shape: 'no blanks, slashes and colons' },
    ),
    path: choice({
      label: 'Address',
      help: 'Versions before 17 have /auth before the realm.',
      example: 'plain',
      optional: true,
      options: [
        { value: 'plain', label: '/realms/…' },
        { value: 'auth', label: '/auth/realms/…' },
      ],
    }),
    userId: guid({
      label: 'ID of the service account',
      help: '“sub” of its token: the UUID of the user, not the client ID.',
      example: '11111111-2222-3333-4444-555555555555',
    }),
  },
  forms: paths.map(([path, address]) => ({
    when: { path },
    issuer: [
      'https://',
      field('host', 'host', { pattern: '[^/]+' }),
      address,
      field('realm', 'realm', { pattern: '[^/]+' }),
    ],
    subject: [field('userId', 'service account', { pattern: '[0-9a-f-]{36}' })],
  })),
  warnings,
  nameParts: (fields) => ['keycloak', fieldText(fields, 'realm')],
  words: (fields) => ({
    workload: `service account ${fieldText(fields, 'userId')}`,
    qualifier: `realm ${fieldText(fields, 'realm')}`,
  }),
  snippet: exchangeCurl,
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'audience-mapper',
      severity: 'info',
      field: 'realm',
      text: 'Keycloak puts no such audience into tokens by itself.',
      fix: 'Add an audience mapper to the client.',
    },
  ]
}
