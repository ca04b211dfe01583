import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { guid } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

/** One subject a user. https://circleci.com/docs/openid-connect-tokens/ */
export const circleci = definePlatform({
  id: 'circleci',
  title: 'CircleCI',
  summary: 'Jobs of one project that one user starts',
  category: 'pipelines',
  certainty: 'partly',
  docsUrl: 'https://circleci.com/docs/openid-connect-tokens/',
  factsAsOf: '2026-09-30',
  fields: {
    organizationId: guid({
      label: 'Organization ID',
      help: 'Organization Settings, Overview.',
      example: '11111111-2222-3333-4444-555555555555',
    }),
    projectId: guid({
      label: 'Project ID',
      help: 'Project Settings, Overview.',
      example: '22222222-3333-4444-5555-666666666666',
    }),
    userId: guid({
      label: 'User ID',
      help: 'Who starts the pipelines: the subject names the person, so each needs a trust.',
      example: '33333333-4444-5555-6666-777777777777',
    }),
  },
  forms: [
    {
      issuer: [
        'https://oidc.circleci.com/org/',
        field('organizationId', 'organization', { pattern: '[^/]+' }),
      ],
      subject: [
        'org/',
        field('organizationId', 'organization', { pattern: '[^/]+' }),
        '/project/',
        field('projectId', 'project', { pattern: '[^/]+' }),
        '/user/',
        field('userId', 'user', { pattern: '[^/]+' }),
      ],
    },
  ],
  warnings,
  nameParts: (fields) => ['circleci', fieldText(fields, 'projectId'), fieldText(fields, 'userId')],
  words: (fields) => ({
    workload: `project ${fieldText(fields, 'projectId')}`,
    qualifier: `user ${fieldText(fields, 'userId')}`,
  }),
  snippet: (context) =>
    shellSnippet(context, [
      `TOKEN=$(circleci run oidc get --claims ${bashWord(JSON.stringify({ aud: audienceOf(context) }))})`,
      azLogin(context, 'TOKEN'),
    ]),
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'subject-per-person',
      severity: 'warn',
      field: 'userId',
      text: 'The subject names who started the pipeline: a run that somebody else starts does not match.',
      fix: 'Start deployments as one machine user, or add a trust for each person.',
    },
  ]
}
