import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, host, slug } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

const issuer = ['https://', field('host', 'server', { pattern: '[^/]+' })]

/** Health checks and account tests have subjects of their own. https://octopus.com/docs/infrastructure/accounts/azure */
export const octopusDeploy = definePlatform({
  id: 'octopus-deploy',
  title: 'Octopus Deploy',
  summary: 'Deployments of one project to one environment',
  category: 'pipelines',
  certainty: 'partly',
  docsUrl: 'https://octopus.com/docs/infrastructure/accounts/azure',
  factsAsOf: '2026-09-30',
  fields: {
    host: host({
      label: 'Server',
      help: 'Host of your Octopus, without https://.',
      example: 'contoso.octopus.app',
    }),
    space: slug({ label: 'Space', help: 'Its slug.', example: 'default' }),
    project: slug({ label: 'Project', help: 'Its slug.', example: 'shop' }),
    tenancy: choice({
      label: 'Deployments',
      help: 'A tenanted deployment names its tenant.',
      example: 'untenanted',
      options: [
        { value: 'untenanted', label: 'Without tenant' },
        { value: 'tenanted', label: 'For one tenant' },
      ],
    }),
    tenant: slug({
      label: 'Octopus tenant',
      help: 'Its slug.',
      example: 'fabrikam',
      shownWhen: { field: 'tenancy', is: ['tenanted'] },
    }),
    environment: slug({ label: 'Environment', help: 'Its slug.', example: 'production' }),
  },
  forms: [
    {
      when: { tenancy: 'tenanted' },
      issuer: issuer,
      subject: [
        'space:',
        field('space', 'space'),
        ':project:',
        field('project', 'project'),
        ':tenant:',
        field('tenant', 'tenant'),
        ':environment:',
        field('environment', 'environment'),
      ],
    },
    {
      when: { tenancy: 'untenanted' },
      issuer: issuer,
      subject: [
        'space:',
        field('space', 'space'),
        ':project:',
        field('project', 'project'),
        ':environment:',
        field('environment', 'environment'),
      ],
    },
  ],
  warnings,
  nameParts: (fields) => ['octopus', fieldText(fields, 'project'), fieldText(fields, 'environment')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'space')}/${fieldText(fields, 'project')}`,
    qualifier: `environment ${fieldText(fields, 'environment')}`,
  }),
  snippet: exchangeCurl,
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'further-subjects',
      severity: 'info',
      field: 'project',
      text: '“Save and test” of the account and health checks carry other subjects than a deployment.',
      fix: 'Add a trust for each that you use: space:SPACE:account:ACCOUNT and space:SPACE:target:TARGET.',
    },
  ]
}
