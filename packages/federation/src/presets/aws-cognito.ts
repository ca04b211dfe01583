import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { text } from './platform/fields.ts'
import { azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

const cognitoId = /^[a-z]{2}(?:-[a-z]+)+-\d:[0-9a-f-]{36}$/

/** The audience is the identity pool. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html */
export const awsCognito = definePlatform({
  id: 'aws-cognito',
  title: 'Amazon Cognito',
  summary: 'An identity of a Cognito identity pool (older way)',
  category: 'clouds',
  certainty: 'partly',
  docsUrl: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html',
  factsAsOf: '2026-09-30',
  fields: {
    identityId: text(
      {
        label: 'Identity ID',
        help: 'With its region.',
        example: 'eu-west-1:11111111-2222-3333-4444-555555555555',
      },
      { pattern: cognitoId, shape: 'a region, a colon and an ID' },
    ),
    poolId: text(
      {
        label: 'Identity pool ID',
        help: 'It is the audience of the token and cannot be changed.',
        example: 'eu-west-1:22222222-3333-4444-5555-666666666666',
        optional: true,
      },
      { pattern: cognitoId, shape: 'a region, a colon and an ID' },
    ),
  },
  forms: [
    {
      issuer: ['https://cognito-identity.amazonaws.com'],
      subject: [field('identityId', 'identity', { pattern: '[a-z0-9-]+:[0-9a-f-]+' })],
    },
  ],
  audience: (fields) => fieldText(fields, 'poolId'),
  audienceIsFixed: true,
  readAudience: (audience) => ({ poolId: audience }),
  warnings,
  nameParts: (fields) => ['cognito', fieldText(fields, 'identityId')],
  words: (fields) => ({ workload: `identity ${fieldText(fields, 'identityId')}`, qualifier: null }),
  snippet: (context, fields) =>
    shellSnippet(context, [
      `TOKEN=$(aws cognito-identity get-open-id-token-for-developer-identity \\`,
      `  --identity-pool-id ${bashWord(fieldText(fields, 'poolId') || '<identity-pool-id>')} \\`,
      `  --identity-id ${bashWord(fieldText(fields, 'identityId') || '<identity-id>')} \\`,
      "  --logins '<developer-provider>=<user>' --query Token --output text)",
      azLogin(context, 'TOKEN'),
    ]),
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'algorithm-unsure',
      severity: 'warn',
      field: 'identityId',
      text: 'Tokens of Cognito were seen with RS512; Azure promises RS256 only.',
      fix: 'Prefer the outbound identity federation of AWS.',
    },
  ]
}
