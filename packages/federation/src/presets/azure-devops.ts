import { yamlText } from '../exports/quoting.ts'
import type { Cloud } from '../model/cloud.ts'
import type { FieldValues } from '../model/preset.ts'
import { fieldText } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, guid, text } from './platform/fields.ts'
import { yamlSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { eid1Spelling } from './eid1/spelling.ts'
import { entraIssuerOf } from './eid1/entra-issuer.ts'

const entraIssuer = entraIssuerOf('tenantId')
const encodedTenant = field('tenantId', 'tenant', { pattern: '[A-Za-z0-9_-]{22}', spelling: eid1Spelling })
const guidText = { pattern: '[^/]+' }
const oldIssuers = [
  ['devops', 'https://vstoken.dev.azure.com/'],
  ['devops-early', 'https://app.vstoken.visualstudio.com/'],
] as const
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
        { value: 'devops-early', label: 'Azure DevOps, app.vstoken.visualstudio.com' },
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
    organization: segment({
      label: 'Organization',
      help: 'Its name, in its own capitals.',
      example: 'contoso',
      shownWhen: { field: 'format', is: ['devops', 'devops-early'] },
    }),
    project: segment({
      label: 'Project',
      help: 'Its name. Renaming it ends the trust.',
      example: 'Shop',
      shownWhen: { field: 'format', is: ['devops', 'devops-early'] },
    }),
    connection: segment({
      label: 'Service connection',
      help: 'Its name. Renaming it ends the trust.',
      example: 'azure-production',
      shownWhen: { field: 'format', is: ['devops', 'devops-early'] },
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
    ...oldIssuers.map(([format, address]) => ({
      when: { format },
      issuer: [address, field('organizationId', 'organization', guidText)],
      subject: [
        'sc://',
        field('organization', 'organization', guidText),
        '/',
        field('project', 'project', guidText),
        '/',
        field('connection', 'service connection', guidText),
      ],
    })),
  ],
  warnings,
  nameParts: (fields) => ['ado', fieldText(fields, 'connection'), fieldText(fields, 'connectionId')],
  words: (fields) => ({
    workload:
      fieldText(fields, 'organization') === ''
        ? `organization ${fieldText(fields, 'organizationId')}`
        : `${fieldText(fields, 'organization')}/${fieldText(fields, 'project')}`,
    qualifier: `service connection ${fieldText(fields, 'connection') || fieldText(fields, 'connectionId')}`,
  }),
  snippet: (_context, fields) =>
    yamlSnippet('azure-pipelines.yml', [
      'steps:',
      '  - task: AzureCLI@2',
      '    inputs:',
      `      azureSubscription: ${yamlText(fieldText(fields, 'connection') || '<name of the service connection>')}`,
      '      scriptType: bash',
      '      scriptLocation: inlineScript',
      '      inlineScript: az account show',
    ]),
})

/** A name between slashes. */
function segment(guide: Parameters<typeof text>[0]) {
  return text(guide, {
    pattern: /^[^/:\p{Cc}]{1,255}$/u,
    shape: 'at most 255 characters, without slashes, colons and line breaks',
  })
}

/** https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
function warnings(fields: FieldValues, cloud: Cloud = 'public'): Warning[] {
  if (fieldText(fields, 'format') !== 'entra') return cloud === 'public' ? [endsSoon] : []
  return cloud === 'public' ? [singleTenant] : [notThisCloud]
}

const endsSoon: Warning = {
  code: 'ends-soon',
  severity: 'warn',
  field: 'format',
  text: 'Azure DevOps stops using this issuer on 1 July 2027, and renaming organization, project or connection ends it earlier.',
  fix: 'Convert the service connection to the issuer of Entra, then make its trust here.',
}

const singleTenant: Warning = {
  code: 'single-tenant-only',
  severity: 'info',
  field: 'format',
  text: 'With this issuer only managed identities and single-tenant applications are let in (AADSTS70052).',
  fix: 'Nothing to do, unless the application is multitenant: that one keeps the issuer of Azure DevOps.',
}

const notThisCloud: Warning = {
  code: 'cloud-unsure',
  severity: 'block',
  text: 'Outside the public cloud service connections keep the issuer of Azure DevOps; no subject of Entra’s form is documented there.',
  fix: 'Choose the issuer that the connection shows, or copy issuer and subject as another issuer.',
}
