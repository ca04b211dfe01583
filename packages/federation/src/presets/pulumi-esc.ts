import type { Warning } from '../model/warning.ts'
import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { name, text } from './platform/fields.ts'
import { yamlSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { yamlText } from '../exports/quoting.ts'

/** https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/azure/ */
const yamlName: Warning = {
  code: 'format-unsure',
  severity: 'info',
  field: 'environment',
  text: 'For environments that Pulumi itself created, tokens were seen with <yaml> in place of the name.',
  fix: 'If the sign-in fails so, set subjectAttributes of the login and copy the subject as another issuer.',
}

/** In the project default the audience is the organization alone. https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/azure/ */
export const pulumiEsc = definePlatform({
  id: 'pulumi-esc',
  title: 'Pulumi ESC',
  summary: 'One environment of Pulumi Cloud',
  category: 'infrastructure',
  certainty: 'partly',
  docsUrl: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/azure/',
  factsAsOf: '2026-09-30',
  fields: {
    organization: name({ label: 'Organization', help: 'Of Pulumi Cloud.', example: 'contoso' }),
    environment: text(
      {
        label: 'Environment',
        help: 'With its project, such as shop/production; in the project default without it.',
        example: 'shop/production',
      },
      {
        pattern: /^(?!default\/)[\w.-]+(?:\/[\w.-]+)?$/,
        shape: 'a project and an environment parted by one slash, without the project where that is default',
        meant: (environment) => environment.replace(/^default\//, ''),
      },
    ),
  },
  forms: [
    {
      issuer: ['https://api.pulumi.com/oidc'],
      subject: [
        'pulumi:environments:org:',
        field('organization', 'organization'),
        ':env:',
        field('environment', 'environment'),
      ],
    },
  ],
  audience: (fields) =>
    `${fieldText(fields, 'environment').includes('/') ? 'azure:' : ''}${fieldText(fields, 'organization')}`,
  warnings: () => [yamlName],
  nameParts: (fields) => ['pulumi', fieldText(fields, 'environment')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'organization')}/${fieldText(fields, 'environment')}`,
    qualifier: null,
  }),
  snippet: (context) =>
    yamlSnippet('environment.yaml', [
      'values:',
      '  azure:',
      '    login:',
      '      fn::open::azure-login:',
      `        clientId: ${yamlText(clientIdOf(context))}`,
      `        tenantId: ${yamlText(context.tenantId)}`,
      `        subscriptionId: ${yamlText(`/subscriptions/${context.subscriptionId ?? '<subscription-id>'}`)}`,
      '        oidc: true',
    ]),
})
