import { definePlatform } from '../define-platform.ts'
import { guid, text } from '../fields.ts'

/**
 * The issuer of service connections made before the Entra one became the default; it ends on 1 July 2027 for the public
 * cloud.
 */
export const azureDevops = definePlatform({
  id: 'azure-devops',
  title: 'Azure DevOps (its own issuer)',
  example: { organization: 'contoso', project: 'Shop', serviceConnection: 'azure-prod' },
  source: 'https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity',
  issuer: 'https://vstoken.dev.azure.com/{organizationId}',
  standardIssuer: 'https://vstoken.dev.azure.com/4d2f8a61-7c39-4e05-b1d8-93a6c5e0f274',
  hosts: ['vstoken.dev.azure.com'],
  fields: {
    organizationId: guid('Organisation ID').default('4d2f8a61-7c39-4e05-b1d8-93a6c5e0f274'),
    organization: text('Organisation'),
    project: text('Project'),
    serviceConnection: text('Service connection', { help: 'Its name: renaming it changes the subject' }),
  },
  subject: 'sc://{organization}/{project}/{serviceConnection}',
  lifetimeSeconds: 600,
  claims: ({ organizationId, project }, { guid: idOf, issuedAt }) => ({
    nbf: issuedAt - 300,
    org_id: organizationId,
    prj_id: idOf(`project ${project}`),
    def_id: '12',
    rpo_id: idOf(`repository ${project}`),
    rpo_ref: 'refs/heads/main',
    run_id: '345',
    sc_id: idOf(`service connection ${project}`),
  }),
})
