import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { host, text } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

/** Subject of client credentials is the client ID by default. https://developer.okta.com/docs/guides/implement-grant-type/clientcreds/main/ */
export const okta = definePlatform({
  id: 'okta',
  title: 'Okta',
  summary: 'A service application of a custom authorization server',
  category: 'identities',
  certainty: 'partly',
  docsUrl: 'https://developer.okta.com/docs/guides/implement-grant-type/clientcreds/main/',
  factsAsOf: '2026-09-30',
  fields: {
    domain: host({ label: 'Domain', help: 'Of the organization.', example: 'contoso.okta.com' }),
    server: text(
      {
        label: 'Authorization server',
        help: 'ID of a custom one, or default. The organization’s own cannot be used.',
        example: 'default',
      },
      { pattern: /^[A-Za-z0-9]+$/, shape: 'letters and digits' },
    ),
    client: text(
      { label: 'Client ID', help: 'Of the application.', example: '0oa1b2c3d4e5f6g7h8i9' },
      { pattern: /^0oa[A-Za-z0-9]{10,30}$/, shape: 'letters and digits, starting with 0oa' },
    ),
  },
  forms: [
    {
      issuer: [
        'https://',
        field('domain', 'domain', { pattern: '[^/]+' }),
        '/oauth2/',
        field('server', 'authorization server', { pattern: '[^/]+' }),
      ],
      subject: [field('client', 'application', { pattern: '0oa[A-Za-z0-9]+' })],
    },
  ],
  warnings,
  nameParts: (fields) => ['okta', fieldText(fields, 'client')],
  words: (fields) => ({
    workload: `application ${fieldText(fields, 'client')}`,
    qualifier: fieldText(fields, 'domain'),
  }),
  snippet: exchangeCurl,
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'audience-at-platform',
      severity: 'info',
      field: 'client',
      text: 'The token carries as its audience what the authorization server is set to.',
      fix: 'Make it the same as the audience here.',
    },
    {
      code: 'still-a-secret',
      severity: 'info',
      field: 'client',
      text: 'The application needs a credential at Okta to get its token, so one secret stays.',
      fix: 'Use private_key_jwt there.',
    },
  ]
}
