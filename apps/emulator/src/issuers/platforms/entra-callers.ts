import { tenantId as seededTenant } from '../../seed.ts'
import { definePlatform } from '../define-platform.ts'
import { fromEid1Segment, toEid1Segment } from '../eid1.ts'
import { guid, text } from '../fields.ts'
import { template } from '../template.ts'

const host = 'login.microsoftonline.com'
const azureDevopsApp = '499b84ac-1321-427f-aa17-267ca6975798'
const connection = template('/eid1/c/pub/t/{tenant}/a/{app}/sc/{organizationId}/{serviceConnectionId}')
const anything = template('/eid1/c/pub/t/{tenant}/a/{app}/{tail}')

/** Entra itself signs for Microsoft's own callers; the subject names tenant and caller. */
const entra = {
  issuer: `https://${host}/{tenantId}/v2.0`,
  standardIssuer: `https://${host}/${seededTenant}/v2.0`,
  hosts: [host],
  keys: `https://${host}/${seededTenant}/discovery/v2.0/keys`,
  keyPurpose: () => 'entra',
  lifetimeSeconds: 3600,
}

export const azureDevopsEntra = definePlatform({
  ...entra,
  id: 'azure-devops-entra',
  title: 'Azure DevOps (issuer of Entra)',
  source: 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity',
  example: {
    organizationId: '4d2f8a61-7c39-4e05-b1d8-93a6c5e0f274',
    serviceConnectionId: '0f6c2d18-93ab-4e57-8b40-c7d1e5f2a690',
  },
  fields: {
    tenantId: guid('Tenant ID').default(seededTenant),
    organizationId: guid('Organisation ID'),
    serviceConnectionId: guid('Service connection ID'),
  },
  subject: {
    shown: `/eid1/c/pub/t/{tenant}/a/${toEid1Segment(azureDevopsApp)}/sc/{organizationId}/{serviceConnectionId}`,
    of: ({ tenantId, ...values }) =>
      connection.format({ tenant: toEid1Segment(tenantId), app: toEid1Segment(azureDevopsApp), ...values }),
  },
  subjectFields: (subject) => {
    const { tenant, app, ...rest } = connection.parse(subject) ?? {}
    return app === toEid1Segment(azureDevopsApp) && tenant !== undefined ? rest : undefined
  },
  claims: ({ tenantId, organizationId }, { guid: idOf }) => ({
    ver: '2.0',
    tid: tenantId,
    azp: azureDevopsApp,
    idtyp: 'app',
    org_id: organizationId,
    uti: idOf(organizationId).slice(0, 8),
  }),
})

export const entraCaller = definePlatform({
  ...entra,
  id: 'microsoft-first-party',
  title: 'Power Platform, Copilot Studio, Bot Service (issuer of Entra)',
  source: 'https://learn.microsoft.com/power-platform/admin/set-up-managed-identity',
  example: {
    appId: '58e835ab-2e39-46a9-b797-accce6633447',
    tail: 'n/plugin/e/4d2f8a61-7c39-4e05-b1d8-93a6c5e0f274',
  },
  fields: {
    tenantId: guid('Tenant ID').default(seededTenant),
    appId: guid("Application ID of Microsoft's caller").default('58e835ab-2e39-46a9-b797-accce6633447'),
    tail: text('Rest of the subject', { help: 'After the application, without the slash before it' }),
  },
  subject: {
    shown: '/eid1/c/pub/t/{tenant}/a/{app}/{tail}',
    of: ({ tenantId, appId, tail }) =>
      anything.format({ tenant: toEid1Segment(tenantId), app: toEid1Segment(appId), tail }),
  },
  subjectFields: (subject) => {
    const { tenant, app = '', tail } = anything.parse(subject) ?? {}
    const appId = fromEid1Segment(app)
    return tenant === undefined || tail === undefined || appId === undefined ? undefined : { appId, tail }
  },
  claims: ({ tenantId, appId }) => ({ ver: '2.0', tid: tenantId, azp: appId, idtyp: 'app' }),
})
