import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, guid, name } from './platform/fields.ts'
import { yamlSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { eid1Spelling } from './eid1/spelling.ts'
import { entraIssuerOf } from './eid1/entra-issuer.ts'

const entraIssuer = entraIssuerOf('tenantId')
const encodedTenant = field('tenantId', 'tenant', { pattern: '[A-Za-z0-9_-]{22}', spelling: eid1Spelling })
const guidText = { pattern: '[^/]+' }
/** 499b84ac-1321-427f-aa17-267ca6975798, Azure DevOps. */
const devopsApp = 'rISbSSETf0KqFyZ8ppdXmA'

/** The new subject holds the tenant, Azure DevOps itself, the organization and the connection. https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
export const azureDevops = definePlatform({
  id: 'azure-devops',
  title: 'Azure DevOps',
  summary: 'A service connection of one project',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity',
  factsAsOf: '2026-09-30',
  fields: {
    format: choice({
      label: 'Issuer',
      help: 'Shown under Manage service connection, Workload identity federation details.',
      example: 'entra',
      options: [
        { value: 'entra', label: 'Entra (new connections)' },
        { value: 'devops', label: 'Azure DevOps (until July 2027)' },
      ],
    }),
    tenantId: guid({
      label: 'Tenant ID',
      help: 'The tenant that the service connection names.',
      example: '11111111-2222-3333-4444-555555555555',
      shownWhen: { field: 'format', is: ['entra'] },
    }),
    organizationId: guid({
      label: 'Organization ID',
      help: 'The GUID of the organization, last part of the issuer or seen in the subject.',
      example: '22222222-3333-4444-5555-666666666666',
    }),
    connectionId: guid({
      label: 'Service connection ID',
      help: 'The GUID in the address of the service connection.',
      example: '33333333-4444-5555-6666-777777777777',
      shownWhen: { field: 'format', is: ['entra'] },
    }),
    organization: name({
      label: 'Organization',
      help: 'Its name, in its own capitals.',
      example: 'contoso',
      shownWhen: { field: 'format', is: ['devops'] },
    }),
    project: name({
      label: 'Project',
      help: 'Its name. Renaming it ends the trust.',
      example: 'Shop',
      shownWhen: { field: 'format', is: ['devops'] },
    }),
    connection: name({
      label: 'Service connection',
      help: 'Its name. Renaming it ends the trust.',
      example: 'azure-production',
      shownWhen: { field: 'format', is: ['devops'] },
    }),
  },
  forms: [
    {
      when: { format: 'entra' },
      issuer: entraIssuer,
      subject: [
        '/eid1/c/pub/t/',
        encodedTenant,
        `/a/${devopsApp}/sc/`,
        field('organizationId', 'organization', guidText),
        '/',
        field('connectionId', 'service connection', guidText),
      ],
    },
    {
      when: { format: 'devops' },
      issuer: [
        'https://vstoken.dev.azure.com/',
        field('organizationId', 'organization', { pattern: '[^/]+' }),
      ],
      subject: [
        'sc://',
        field('organization', 'organization', { pattern: '[^/]+' }),
        '/',
        field('project', 'project', { pattern: '[^/]+' }),
        '/',
        field('connection', 'service connection', { pattern: '[^/]+' }),
      ],
    },
  ],
  nameParts: (fields) => ['ado', fieldText(fields, 'connection'), fieldText(fields, 'connectionId')],
  words: (fields) => ({
    workload:
      fieldText(fields, 'organization') === ''
        ? `organization ${fieldText(fields, 'organizationId')}`
        : `${fieldText(fields, 'organization')}/${fieldText(fields, 'project')}`,
    qualifier: `service connection ${fieldText(fields, 'connection') || fieldText(fields, 'connectionId')}`,
  }),
  snippet: () =>
    yamlSnippet('azure-pipelines.yml', [
      'steps:',
      '  - task: AzureCLI@2',
      '    inputs:',
      '      azureSubscription: <name of the service connection>',
      '      scriptType: bash',
      '      scriptLocation: inlineScript',
      '      inlineScript: az account show',
    ]),
})
