import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { issuerWarnings } from './issuer-checks.ts'
import { definePlatform } from './platform/define-platform.ts'
import { issuer, text } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

/** SPIRE signs with an elliptic curve by default, which Azure does not promise to take. https://github.com/spiffe/spire/blob/main/doc/spire_server.md */
export const spiffe = definePlatform({
  id: 'spiffe',
  title: 'SPIFFE',
  summary: 'A workload with a SPIFFE ID',
  category: 'identities',
  certainty: 'documented',
  docsUrl: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust',
  factsAsOf: '2026-09-30',
  fields: {
    issuer: issuer({
      label: 'Issuer',
      help: 'jwt_issuer of the server; its discovery provider must be public.',
      example: 'https://oidc.spire.contoso.com',
    }),
    trustDomain: text(
      { label: 'Trust domain', help: 'In small letters.', example: 'contoso.com' },
      {
        pattern: /^[a-z0-9._-]{1,255}$/,
        shape: 'small letters, digits, dots, - and _',
        meant: (id) => id.replace(/^spiffe:\/\/([^/]*).*$/s, '$1').toLowerCase(),
      },
    ),
    path: text(
      { label: 'Path', help: 'Starts with a slash and does not end with one.', example: '/ns/shop/sa/api' },
      {
        pattern: /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/,
        shape:
          'segments of letters, digits, dots, - and _, each after a slash, and no segment . or .. among them',
        meant: (id) => `/${id.replace(/^spiffe:\/\/[^/]*/, '').replace(/^\/|\/$/g, '')}`,
      },
    ),
  },
  forms: [
    {
      issuer: [field('issuer', 'issuer', { pattern: '.+' })],
      subject: [
        'spiffe://',
        field('trustDomain', 'trust domain', { pattern: '[^/]+' }),
        field('path', 'path', { pattern: '/.+' }),
      ],
    },
  ],
  warnings,
  nameParts: (fields) => ['spiffe', fieldText(fields, 'path')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'trustDomain')}${fieldText(fields, 'path')}`,
    qualifier: null,
  }),
  snippet: (context) =>
    shellSnippet(context, [
      `TOKEN=$(spire-agent api fetch jwt -audience ${bashWord(audienceOf(context))} -output json | jq -r '.[0].svids[0].svid')`,
      azLogin(context, 'TOKEN'),
    ]),
})

function warnings(fields: FieldValues): Warning[] {
  return [
    ...issuerWarnings(fieldText(fields, 'issuer')),
    {
      code: 'algorithm-unsure',
      severity: 'info',
      field: 'issuer',
      text: 'SPIRE signs with ES256 unless told otherwise; Azure promises RS256 only.',
      fix: 'Set jwt_key_type = "rsa-2048" on the server.',
    },
  ]
}
