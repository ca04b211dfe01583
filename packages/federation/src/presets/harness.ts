import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, name, text } from './platform/fields.ts'
import { yamlSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { yamlText } from '../exports/quoting.ts'

const issuer = [
  'https://app.harness.io/ng/api/oidc/account/',
  field('account', 'account', { pattern: '[^:/]+' }),
]

/** Default subject and the one with a project differ. https://developer.harness.io */
export const harness = definePlatform({
  id: 'harness',
  title: 'Harness',
  summary: 'Pipelines of one account, organization or project',
  category: 'pipelines',
  certainty: 'partly',
  docsUrl:
    'https://developer.harness.io/docs/platform/connectors/cloud-providers/ref-cloud-providers/microsoft-azure-connector-settings-reference/',
  factsAsOf: '2026-09-30',
  fields: {
    account: text(
      {
        label: 'Account ID',
        help: 'In the address of Harness, after /account/.',
        example: 'AbCdEfGh1234567890_-Xy',
      },
      { pattern: /^[A-Za-z0-9_-]{10,40}$/, shape: 'letters, digits, - and _' },
    ),
    format: choice({
      label: 'Subject format',
      help: 'Print a token first: the format depends on switches of your account.',
      example: 'account',
      options: [
        { value: 'account', label: 'Account ID alone (default)' },
        { value: 'project', label: 'Account, organization and project' },
      ],
    }),
    organization: name({
      label: 'Organization',
      help: 'Its identifier.',
      example: 'default',
      shownWhen: { field: 'format', is: ['project'] },
    }),
    project: name({
      label: 'Project',
      help: 'Its identifier.',
      example: 'shop',
      shownWhen: { field: 'format', is: ['project'] },
    }),
  },
  forms: [
    {
      when: { format: 'project' },
      issuer: issuer,
      subject: [
        'account/',
        field('account', 'account', { pattern: '[^:/]+' }),
        ':org/',
        field('organization', 'organization'),
        ':project/',
        field('project', 'project'),
      ],
    },
    {
      when: { format: 'account' },
      issuer: issuer,
      subject: [field('account', 'account', { pattern: '[^:/]+' })],
    },
  ],
  nameParts: (fields) => ['harness', fieldText(fields, 'project'), fieldText(fields, 'account')],
  words: (fields) => ({
    workload: fieldText(fields, 'project') || `account ${fieldText(fields, 'account')}`,
    qualifier: fieldText(fields, 'organization') || null,
  }),
  snippet: (context) =>
    yamlSnippet('step.yaml', [
      'step:',
      '  type: Plugin',
      '  spec:',
      '    image: plugins/azure-oidc',
      '    settings:',
      `      tenant_id: ${yamlText(context.tenantId)}`,
      `      client_id: ${yamlText(clientIdOf(context))}`,
    ]),
})
