import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { host, text } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

/** Its issuer ends with a slash. https://auth0.com/docs/secure/tokens/access-tokens */
export const auth0 = definePlatform({
  id: 'auth0',
  title: 'Auth0',
  summary: 'A machine-to-machine application',
  category: 'identities',
  certainty: 'documented',
  docsUrl: 'https://auth0.com/docs/get-started/authentication-and-authorization-flow/client-credentials-flow',
  factsAsOf: '2026-09-30',
  fields: {
    domain: host({
      label: 'Domain',
      help: 'Of the tenant, or the custom one.',
      example: 'contoso.eu.auth0.com',
    }),
    client: text(
      { label: 'Client ID', help: 'Of the application.', example: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345' },
      {
        pattern: /^[A-Za-z0-9_-]{10,64}$/,
        shape: '10 to 64 letters, digits, - and _',
        meant: (subject) => subject.replace(/@clients$/, ''),
      },
    ),
  },
  forms: [
    {
      issuer: ['https://', field('domain', 'domain', { pattern: '[^/]+' }), '/'],
      subject: [field('client', 'application', { pattern: '[^@]+' }), '@clients'],
    },
  ],
  warnings,
  nameParts: (fields) => ['auth0', fieldText(fields, 'client')],
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
      text: 'The token carries as its audience the identifier of the API.',
      fix: 'Make it the same as the audience here.',
    },
    {
      code: 'still-a-secret',
      severity: 'info',
      field: 'client',
      text: 'The application needs a credential at Auth0 to get its token, so one secret stays.',
      fix: 'Use private_key_jwt there.',
    },
  ]
}
