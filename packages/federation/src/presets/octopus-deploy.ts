import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, host, slug } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

const whenDeployment = { field: 'purpose', is: ['deployment', ''] } as const
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
    project: slug({ label: 'Project', help: 'Its slug.', example: 'shop', shownWhen: whenDeployment }),
    tenancy: choice({
      label: 'Deployments',
      help: 'A tenanted deployment names its tenant.',
      example: 'untenanted',
      options: [
        { value: 'untenanted', label: 'Without tenant' },
        { value: 'tenanted', label: 'For one tenant' },
      ],
      shownWhen: whenDeployment,
    }),
    tenant: slug({
      label: 'Octopus tenant',
      help: 'Its slug.',
      example: 'fabrikam',
      shownWhen: { field: 'tenancy', is: ['tenanted'] },
    }),
    environment: slug({
      label: 'Environment',
      help: 'Its slug.',
      example: 'production',
      shownWhen: whenDeployment,
    }),
    purpose: choice({
      label: 'Used for',
      help: 'Each has a subject of its own. Runbooks carry that of a deployment.',
      example: 'deployment',
      optional: true,
      options: [
        { value: 'deployment', label: 'Deployments and runbooks' },
        { value: 'health', label: 'Health checks of a target' },
        { value: 'account-test', label: 'Save and test of the account' },
      ],
    }),
    target: slug({
      label: 'Target',
      help: 'Slug of the deployment target.',
      example: 'shop-web',
      shownWhen: { field: 'purpose', is: ['health'] },
    }),
    account: slug({
      label: 'Account',
      help: 'Slug of the Azure account in Octopus.',
      example: 'azure-production',
      shownWhen: { field: 'purpose', is: ['account-test'] },
    }),
  },
  forms: [
    {
      when: { purpose: 'health' },
      issuer,
      subject: ['space:', field('space', 'space'), ':target:', field('target', 'target')],
    },
    {
      when: { purpose: 'account-test' },
      issuer,
      subject: ['space:', field('space', 'space'), ':account:', field('account', 'account')],
    },
    {
      when: { purpose: 'deployment', tenancy: 'tenanted' },
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
      when: { purpose: 'deployment', tenancy: 'untenanted' },
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
  nameParts: (fields) => [
    'octopus',
    ...['project', 'environment', 'target', 'account'].map((key) => fieldText(fields, key)),
  ],
  words,
  snippet: exchangeCurl,
})

function words(fields: FieldValues) {
  const space = fieldText(fields, 'space')
  const purpose = fieldText(fields, 'purpose')
  if (purpose === 'health')
    return { workload: `${space}/${fieldText(fields, 'target')}`, qualifier: 'health checks' }
  if (purpose === 'account-test') {
    return { workload: `${space}/${fieldText(fields, 'account')}`, qualifier: 'test of the account' }
  }
  const qualifier = `environment ${fieldText(fields, 'environment')}`
  return { workload: `${space}/${fieldText(fields, 'project')}`, qualifier }
}

function warnings(fields: FieldValues): Warning[] {
  if (!['', 'deployment'].includes(fieldText(fields, 'purpose'))) return []
  return [furtherSubjects, ...(fieldText(fields, 'tenancy') === 'tenanted' ? [] : [untenanted])]
}

const furtherSubjects: Warning = {
  code: 'further-subjects',
  severity: 'info',
  field: 'purpose',
  text: '“Save and test” of the account and health checks carry other subjects than a deployment.',
  fix: 'Add a trust for each that you use: choose it under “Used for”.',
}

const untenanted: Warning = {
  code: 'format-unsure',
  severity: 'info',
  field: 'tenancy',
  text: 'No document says how the subject of a deployment without tenant looks; that it lacks the part was concluded.',
  fix: 'Print a token once and compare its “sub” with the subject here.',
}
