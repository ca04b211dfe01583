import { fieldText } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, name, text } from './platform/fields.ts'
import { audienceOf, azLogin, yamlSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { yamlText } from '../exports/quoting.ts'

const pipeline = ['account:', field('account', 'account'), ':pipeline:', field('pipeline', 'pipeline')]

const perPerson: Warning = {
  code: 'subject-per-person',
  severity: 'warn',
  field: 'initiator',
  text: 'The subject names who started the pipeline: a run that somebody else, a timer or Git starts does not match.',
  fix: 'Let a timer start it, or add a trust for each person.',
}

/** Subjects differ by what started the pipeline. https://codefresh.io/docs/docs/integrations/oidc-pipelines/ */
export const codefresh = definePlatform({
  id: 'codefresh',
  title: 'Codefresh',
  summary: 'A pipeline that a timer or a person starts',
  category: 'pipelines',
  certainty: 'partly',
  docsUrl: 'https://codefresh.io/docs/docs/integrations/oidc-pipelines/',
  factsAsOf: '2026-09-30',
  fields: {
    account: text(
      { label: 'Account ID', help: 'Account settings.', example: '64f884faac2751b77ca7ab24' },
      { pattern: /^[0-9a-f]{24}$/, shape: '24 digits and small letters a to f' },
    ),
    pipeline: text(
      { label: 'Pipeline ID', help: 'In the settings of the pipeline.', example: '64f7232ab698cfcb95d93cef' },
      { pattern: /^[0-9a-f]{24}$/, shape: '24 digits and small letters a to f' },
    ),
    trigger: choice({
      label: 'Started by',
      help: 'Git triggers carry the committer’s name, so no single trust matches them.',
      example: 'cron',
      options: [
        { value: 'cron', label: 'A timer' },
        { value: 'manual', label: 'One person' },
      ],
    }),
    initiator: name({
      label: 'User',
      help: 'Their Codefresh user name.',
      example: 'dana',
      shownWhen: { field: 'trigger', is: ['manual'] },
    }),
  },
  forms: [
    {
      when: { trigger: 'manual' },
      issuer: ['https://oidc.codefresh.io'],
      subject: [...pipeline, ':initiator:', field('initiator', 'user')],
    },
    { when: { trigger: 'cron' }, issuer: ['https://oidc.codefresh.io'], subject: pipeline },
  ],
  warnings: (fields) => (fieldText(fields, 'trigger') === 'manual' ? [perPerson] : []),
  nameParts: (fields) => ['codefresh', fieldText(fields, 'pipeline')],
  words: (fields) => ({
    workload: `pipeline ${fieldText(fields, 'pipeline')}`,
    qualifier: fieldText(fields, 'initiator') || 'timer',
  }),
  snippet: (context) =>
    yamlSnippet('codefresh.yml', [
      'steps:',
      '  obtain_id_token:',
      '    type: obtain-oidc-id-token',
      '    arguments:',
      `      AUDIENCE: ${yamlText(audienceOf(context))}`,
      '  login:',
      '    image: mcr.microsoft.com/azure-cli',
      '    commands:',
      `      - ${yamlText(azLogin(context, 'ID_TOKEN'))}`,
    ]),
})
