import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { slug } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

/** One trust a Machine. https://fly.io/docs/security/openid-connect/ */
export const flyIo = definePlatform({
  id: 'fly-io',
  title: 'Fly.io',
  summary: 'One Machine of an app',
  category: 'hosting',
  certainty: 'documented',
  docsUrl: 'https://fly.io/docs/security/openid-connect/',
  factsAsOf: '2026-09-30',
  fields: {
    organization: slug({ label: 'Organization', help: 'Its slug.', example: 'contoso' }),
    app: slug({ label: 'App', help: 'Its name.', example: 'shop' }),
    machine: slug({
      label: 'Machine',
      help: 'Its name. A Machine that is made again has another one.',
      example: 'quiet-river-1234',
    }),
  },
  forms: [
    {
      issuer: ['https://oidc.fly.io/', field('organization', 'organization', { pattern: '[^/]+' })],
      subject: [
        field('organization', 'organization'),
        ':',
        field('app', 'app'),
        ':',
        field('machine', 'Machine'),
      ],
    },
  ],
  warnings,
  nameParts: (fields) => ['fly', fieldText(fields, 'app'), fieldText(fields, 'machine')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'organization')}/${fieldText(fields, 'app')}`,
    qualifier: `Machine ${fieldText(fields, 'machine')}`,
  }),
  snippet: (context) =>
    shellSnippet(context, [
      `TOKEN=$(curl --silent --unix-socket /.fly/api --request POST http://localhost/v1/tokens/oidc --data ${bashWord(JSON.stringify({ aud: audienceOf(context) }))})`,
      azLogin(context, 'TOKEN'),
    ]),
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'short-lived-subject',
      severity: 'warn',
      field: 'machine',
      text: 'The subject names one Machine: the trust is dead once that Machine is made again.',
      fix: 'Use it for few, long-lived Machines only.',
    },
  ]
}
