import { fieldText } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, name } from './platform/fields.ts'
import { shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf } from '../exports/workload-context.ts'

const operations = ['preview', 'update', 'refresh', 'destroy'] as const

const oneOfFour: Warning = {
  code: 'further-subjects',
  severity: 'info',
  field: 'operation',
  text: 'Each operation carries another subject: the other three do not match.',
  fix: 'Choose all, or add a trust for each operation.',
}

/** The audience is the organization. https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/azure/ */
export const pulumiDeployments = definePlatform({
  id: 'pulumi-deployments',
  title: 'Pulumi Deployments',
  summary: 'Deployments of one stack: four operations, or one of them',
  category: 'infrastructure',
  certainty: 'documented',
  docsUrl: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/azure/',
  factsAsOf: '2026-09-30',
  fields: {
    organization: name({ label: 'Organization', help: 'Of Pulumi Cloud.', example: 'contoso' }),
    project: name({ label: 'Project', help: 'Its name.', example: 'shop' }),
    stack: name({ label: 'Stack', help: 'Its name alone.', example: 'production' }),
    operation: choice({
      label: 'Operation',
      help: 'A stack in use needs all four.',
      example: 'all',
      options: [
        { value: 'all', label: 'All (four trusts)' },
        { value: 'preview', label: 'Preview' },
        { value: 'update', label: 'Update' },
        { value: 'refresh', label: 'Refresh' },
        { value: 'destroy', label: 'Destroy' },
      ],
    }),
  },
  forms: operations.map((operation) => ({
    when: { operation },
    issuer: ['https://api.pulumi.com/oidc'],
    subject: [
      'pulumi:deploy:org:',
      field('organization', 'organization'),
      ':project:',
      field('project', 'project'),
      ':stack:',
      field('stack', 'stack'),
      `:operation:${operation}:scope:write`,
    ],
  })),
  expand: (fields) =>
    fieldText(fields, 'operation') === 'all'
      ? operations.map((operation) => ({ ...fields, operation }))
      : [fields],
  audience: (fields) => fieldText(fields, 'organization'),
  warnings: (fields) => (fieldText(fields, 'operation') === 'all' ? [] : [oneOfFour]),
  nameParts: (fields) => ['pulumi', fieldText(fields, 'stack'), fieldText(fields, 'operation')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'organization')}/${fieldText(fields, 'project')}/${fieldText(fields, 'stack')}`,
    qualifier: fieldText(fields, 'operation'),
  }),
  snippet: (context) =>
    shellSnippet(context, [
      '# Settings of the stack, Deploy, OpenID Connect, Azure:',
      `# Client ID ${clientIdOf(context)}, tenant ID ${context.tenantId}, subscription ID ${context.subscriptionId ?? '<subscription-id>'}`,
    ]),
})
