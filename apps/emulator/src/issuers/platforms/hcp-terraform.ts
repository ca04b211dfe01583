import { definePlatform } from '../define-platform.ts'
import { choice, selfHosted, selfHostedPatterns, text } from '../fields.ts'

/** One token for the plan and another for the apply of a run. */
export const hcpTerraform = definePlatform({
  id: 'hcp-terraform',
  title: 'HCP Terraform',
  example: { organization: 'contoso', project: 'platform', workspace: 'network', runPhase: 'plan' },
  source:
    'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens',
  issuer: 'https://{host}',
  standardIssuer: 'https://app.terraform.io',
  hosts: ['app.terraform.io', 'app.eu.terraform.io', ...selfHostedPatterns],
  fields: {
    host: selfHosted('Host', 'tfe', ['app.terraform.io', 'app.eu.terraform.io']).default('app.terraform.io'),
    organization: text('Organisation'),
    project: text('Project', { help: 'As shown, spaces included, such as Default Project' }),
    workspace: text('Workspace'),
    runPhase: choice('Run phase', ['plan', 'apply']).default('plan'),
  },
  subject: 'organization:{organization}:project:{project}:workspace:{workspace}:run_phase:{runPhase}',
  lifetimeSeconds: 7200,
  discovery: { claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'terraform_run_phase'] },
  claims: ({ organization, project, workspace, runPhase }, { guid, issuedAt }) => ({
    nbf: issuedAt - 5,
    terraform_run_phase: runPhase,
    terraform_run_id: idOf('run', guid(`${organization}/${workspace} run`)),
    terraform_organization_id: idOf('org', guid(organization)),
    terraform_organization_name: organization,
    terraform_project_id: idOf('prj', guid(`${organization}/${project}`)),
    terraform_project_name: project,
    terraform_workspace_id: idOf('ws', guid(`${organization}/${workspace}`)),
    terraform_workspace_name: workspace,
    terraform_full_workspace: `organization:${organization}:project:${project}:workspace:${workspace}`,
  }),
})

/** `ws-` and sixteen characters. */
function idOf(kind: string, guid: string): string {
  return `${kind}-${guid.replaceAll('-', '').slice(0, 16)}`
}
