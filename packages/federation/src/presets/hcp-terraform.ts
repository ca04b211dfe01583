import { fieldText } from '../model/texts.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { bashWord } from '../exports/quoting.ts'
import { defaultAudience } from '../model/cloud.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, host, name } from './platform/fields.ts'
import { audienceOf, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

const issuer = ['https://', field('host', 'host', { pattern: '[^/]+' })] as const
const phases = ['plan', 'apply'] as const

/**
 * Runs of HCP Terraform and Terraform Enterprise: plan and apply have a subject each.
 * https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/azure-configuration
 */
export const hcpTerraform = definePlatform({
  id: 'hcp-terraform',
  title: 'HCP Terraform',
  summary: 'Runs of one workspace, at HashiCorp or on Terraform Enterprise',
  category: 'infrastructure',
  certainty: 'documented',
  docsUrl:
    'https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/azure-configuration',
  factsAsOf: '2026-09-30',
  fields: {
    host: host({
      label: 'Host',
      help: 'app.terraform.io, app.eu.terraform.io in Europe, or the host of your Terraform Enterprise.',
      example: 'app.terraform.io',
    }),
    organization: name({ label: 'Organization', help: 'In its own capitals.', example: 'contoso' }),
    project: name({
      label: 'Project',
      help: 'Blanks belong to it, as in Default Project.',
      example: 'Default Project',
    }),
    workspace: name({ label: 'Workspace', help: 'Its name alone.', example: 'network' }),
    phase: choice({
      label: 'Run phase',
      help: 'A run needs both: the plan reads, the apply changes.',
      example: 'both',
      options: [
        { value: 'both', label: 'Plan and apply (two trusts)' },
        { value: 'plan', label: 'Plan only' },
        { value: 'apply', label: 'Apply only' },
      ],
    }),
  },
  forms: phases.map((phase) => ({ when: { phase }, issuer, subject: runOf(phase) })),
  expand: (fields) =>
    fieldText(fields, 'phase') === 'both' ? phases.map((phase) => ({ ...fields, phase })) : [fields],
  nameParts: (fields) => ['tf', fieldText(fields, 'workspace'), fieldText(fields, 'phase')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'organization')}/${fieldText(fields, 'workspace')}`,
    qualifier: `${fieldText(fields, 'phase')}, project ${fieldText(fields, 'project')}`,
  }),
  snippet: (context) =>
    shellSnippet(context, [
      '# Variables of the workspace. Leave ARM_CLIENT_ID, ARM_USE_OIDC and ARM_OIDC_TOKEN unset.',
      'TFC_AZURE_PROVIDER_AUTH=true',
      `TFC_AZURE_RUN_CLIENT_ID=${bashWord(clientIdOf(context))}`,
      `ARM_TENANT_ID=${bashWord(context.tenantId)}`,
      `ARM_SUBSCRIPTION_ID=${bashWord(context.subscriptionId ?? '<subscription-id>')}`,
      ...(audienceOf(context) === defaultAudience()
        ? []
        : [`TFC_AZURE_WORKLOAD_IDENTITY_AUDIENCE=${bashWord(audienceOf(context))}`]),
    ]),
})

function runOf(phase: string) {
  return [
    'organization:',
    field('organization', 'organization'),
    ':project:',
    field('project', 'project'),
    ':workspace:',
    field('workspace', 'workspace'),
    `:run_phase:${phase}`,
  ]
}
