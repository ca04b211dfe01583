import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { address, choice, slug } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

const whenDeployment = { field: 'purpose', is: ['deployment', ''] } as const
const issuer = ['https://', field('host', 'server', { pattern: '.+' })]

/** Health checks, account tests and feeds have subjects of their own; a part without a value is left out. https://octopus.com/docs/infrastructure/accounts/openid-connect */
export const octopusDeploy = definePlatform({
  id: 'octopus-deploy',
  title: 'Octopus Deploy',
  summary: 'Deployments of one project to one environment',
  category: 'pipelines',
  certainty: 'partly',
  docsUrl: 'https://octopus.com/docs/infrastructure/accounts/openid-connect',
  factsAsOf: '2026-11-22',
  fields: {
    host: address({
      label: 'Server',
      help: 'Its address without https://, with its path if it has one.',
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
        { value: 'feed', label: 'A package feed' },
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
    feed: slug({
      label: 'Feed',
      help: 'Slug of the feed in Octopus.',
      example: 'contoso-registry',
      shownWhen: { field: 'purpose', is: ['feed'] },
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
      when: { purpose: 'feed' },
      issuer,
      subject: ['space:', field('space', 'space'), ':feed:', field('feed', 'feed')],
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
    ...['project', 'environment', 'target', 'account', 'feed'].map((key) => fieldText(fields, key)),
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
  if (purpose === 'feed') return { workload: `${space}/${fieldText(fields, 'feed')}`, qualifier: 'feed' }
  const qualifier = `environment ${fieldText(fields, 'environment')}`
  return { workload: `${space}/${fieldText(fields, 'project')}`, qualifier }
}

function warnings(fields: FieldValues): Warning[] {
  const isDeployment = ['', 'deployment'].includes(fieldText(fields, 'purpose'))
  return [...(isDeployment ? [furtherSubjects] : []), issuerSlash]
}

const furtherSubjects: Warning = {
  code: 'further-subjects',
  severity: 'info',
  field: 'purpose',
  text: '“Save and test” of the account, health checks and feeds carry other subjects than a deployment, and so does an account whose subject keys were changed.',
  fix: 'Add a trust for each that you use: choose it under “Used for”.',
}

/** An example token of the page has one. https://octopus.com/docs/infrastructure/accounts/openid-connect */
const issuerSlash: Warning = {
  code: 'format-unsure',
  severity: 'info',
  field: 'host',
  text: 'A page of Octopus shows a token whose issuer ends with a slash; others show none.',
  fix: 'Compare “iss” of a token; with a slash, copy issuer and subject as another issuer.',
}
