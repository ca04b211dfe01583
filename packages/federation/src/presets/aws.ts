import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, guid, text } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

const issuer = [
  'https://',
  field('issuerId', 'account', { pattern: '[0-9a-f-]{36}' }),
  '.tokens.sts.global.api.aws',
]
const arn = ['arn:aws:iam::', field('account', 'account', { pattern: '\\d+' })]

/** The token must be asked for with RS256. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html */
export const aws = definePlatform({
  id: 'aws',
  title: 'Amazon Web Services',
  summary: 'A workload with an IAM role, by outbound identity federation',
  category: 'clouds',
  certainty: 'documented',
  docsUrl: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html',
  factsAsOf: '2026-09-30',
  fields: {
    issuerId: guid({
      label: 'Issuer ID',
      help: 'First part of the address that this gives once: aws iam enable-outbound-web-identity-federation',
      example: '11111111-2222-3333-4444-555555555555',
    }),
    account: text(
      { label: 'Account ID', help: '12 digits.', example: '123456789012' },
      { pattern: /^\d{12}$/, shape: '12 digits', meant: (value) => value.replace(/\D/g, '') },
    ),
    role: text(
      {
        label: 'Role or user',
        help: 'Path and name; not the ARN of a session.',
        example: 'pay/deploy',
      },
      {
        pattern: /^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/,
        shape: 'letters, digits and + = , . @ - _, with slashes between',
        fix: 'Type what stands behind role/ or user/ in the ARN of the role or user.',
        meant: (arn) => arn.replace(/^arn:aws[a-z-]*:iam::\d{12}:(?:role|user)\//, ''),
      },
    ),
    principal: choice({
      label: 'Principal',
      help: 'What the workload runs as.',
      example: 'role',
      optional: true,
      options: [
        { value: 'role', label: 'IAM role' },
        { value: 'user', label: 'IAM user' },
      ],
    }),
  },
  forms: [
    {
      when: { principal: 'role' },
      issuer,
      subject: [...arn, ':role/', field('role', 'role', { pattern: '.+' })],
    },
    {
      when: { principal: 'user' },
      issuer,
      subject: [...arn, ':user/', field('role', 'user', { pattern: '.+' })],
    },
  ],
  nameParts: (fields) => ['aws', fieldText(fields, 'role')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'principal') || 'role'} ${fieldText(fields, 'role')}`,
    qualifier: `account ${fieldText(fields, 'account')}`,
  }),
  snippet: (context) =>
    shellSnippet(context, [
      `TOKEN=$(aws sts get-web-identity-token --audience ${bashWord(audienceOf(context))} --signing-algorithm RS256 --duration-seconds 300 --query WebIdentityToken --output text)`,
      azLogin(context, 'TOKEN'),
    ]),
})
