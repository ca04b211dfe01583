import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, name, text } from './platform/fields.ts'
import { yamlSnippet } from './platform/login-snippets.ts'
import { field, type Template } from './platform/template.ts'
import type { Warning } from '../model/warning.ts'
import { armEndpointOf, authorityOf, clientIdOf } from '../exports/workload-context.ts'
import { yamlText } from '../exports/quoting.ts'

const clusters = [
  ['prod-1', 'https://app.harness.io/ng/api/oidc/account/'],
  ['prod-2', 'https://app.harness.io/gratis/ng/api/oidc/account/'],
  ['prod-3', 'https://app3.harness.io/ng/api/oidc/account/'],
] as const
const account = field('account', 'account', { pattern: '[^:/]+' })
const project = [
  'account/',
  account,
  ':org/',
  field('organization', 'organization'),
  ':project/',
  field('project', 'project'),
]
const formats: readonly (readonly [string, Template])[] = [
  ['pipeline', [...project, ':pipeline/', field('pipeline', 'pipeline')]],
  ['project', project],
  ['organization-scope', ['account/', account, ':org/', field('organization', 'organization'), ':project/']],
  ['account-scope', ['account/', account, ':org/:project/']],
  ['account', [account]],
]

const unsure: Warning = {
  code: 'format-unsure',
  severity: 'info',
  field: 'format',
  text: 'Switches of the account decide the format, and the plug-in’s own page names yet another.',
  fix: 'Print a token once and compare its “sub” with the subject here.',
}

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
      { pattern: /^[A-Za-z0-9_-]{10,40}$/, shape: '10 to 40 letters, digits, - and _' },
    ),
    format: choice({
      label: 'Subject format',
      help: 'Print a token first: the format depends on switches of your account.',
      example: 'account',
      options: [
        { value: 'account', label: 'Account ID alone (default)' },
        { value: 'project', label: 'Account, organization and project' },
        { value: 'pipeline', label: 'Account, organization, project and pipeline' },
        { value: 'organization-scope', label: 'Of an organization, without project' },
        { value: 'account-scope', label: 'Of the account, without organization' },
      ],
    }),
    organization: name({
      label: 'Organization',
      help: 'Its identifier.',
      example: 'default',
      shownWhen: { field: 'format', is: ['project', 'pipeline', 'organization-scope'] },
    }),
    project: name({
      label: 'Project',
      help: 'Its identifier.',
      example: 'shop',
      shownWhen: { field: 'format', is: ['project', 'pipeline'] },
    }),
    pipeline: name({
      label: 'Pipeline',
      help: 'Its identifier.',
      example: 'deploy',
      shownWhen: { field: 'format', is: ['pipeline'] },
    }),
    cluster: choice({
      label: 'Cluster',
      help: 'Where your account lives; “iss” of a token says it.',
      example: 'prod-1',
      optional: true,
      options: [
        { value: 'prod-1', label: 'app.harness.io' },
        { value: 'prod-2', label: 'app.harness.io/gratis' },
        { value: 'prod-3', label: 'app3.harness.io' },
      ],
    }),
  },
  forms: formats.flatMap(([format, subject]) =>
    clusters.map(([cluster, address]) => ({
      when: { format, cluster },
      issuer: [address, field('account', 'account', { pattern: '[^:/]+' })],
      subject,
    })),
  ),
  warnings: () => [unsure],
  nameParts: (fields) => [
    'harness',
    ...['organization', 'project', 'pipeline', 'account'].map((key) => fieldText(fields, key)),
  ],
  words: (fields) => ({
    workload: fieldText(fields, 'project') || `account ${fieldText(fields, 'account')}`,
    qualifier:
      [fieldText(fields, 'organization'), fieldText(fields, 'pipeline')]
        .filter((part) => part !== '')
        .join(', ') || null,
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
      `      scope: ${yamlText(`${armEndpointOf(context)}/.default`)}`,
      `      azure_authority_host: ${yamlText(authorityOf(context))}`,
    ]),
})
