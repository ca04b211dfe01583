import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { fieldText } from '../model/texts.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { bashWord } from '../exports/quoting.ts'
import { defaultAudience } from '../model/cloud.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, host, name, pasted } from './platform/fields.ts'
import { armEnvironment, audienceOf, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

const issuer = ['https://', field('host', 'host', { pattern: '[^/]+' })] as const
const whenWorkspace = { field: 'kind', is: ['workspace', ''] } as const
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
      help: 'app.terraform.io, app.eu.terraform.io in Europe, or your Terraform Enterprise, which Azure must reach from the internet with a certificate that it trusts.',
      example: 'app.terraform.io',
    }),
    kind: choice({
      label: 'Runs of',
      help: 'Tests of a registry module and stacks have subjects of their own.',
      example: 'workspace',
      optional: true,
      options: [
        { value: 'workspace', label: 'A workspace' },
        { value: 'module', label: 'Tests of a registry module' },
        { value: 'stack', label: 'A stack (copied from a token)' },
      ],
    }),
    organization: name({ label: 'Organization', help: 'In its own capitals.', example: 'contoso' }),
    project: name({
      label: 'Project',
      help: 'Blanks belong to it, as in Default Project. A workspace that moves to another project has another subject.',
      example: 'Default Project',
      shownWhen: { field: 'kind', is: ['workspace', 'stack', ''] },
    }),
    workspace: name({
      label: 'Workspace',
      help: 'Its name alone.',
      example: 'network',
      shownWhen: whenWorkspace,
    }),
    phase: choice({
      label: 'Run phase',
      help: 'A run needs both: the plan reads, the apply changes.',
      example: 'both',
      options: [
        { value: 'both', label: 'Plan and apply (two trusts)' },
        { value: 'plan', label: 'Plan only' },
        { value: 'apply', label: 'Apply only' },
      ],
      shownWhen: whenWorkspace,
    }),
    module: name({
      label: 'Module',
      help: 'Its name in the registry.',
      example: 'network',
      shownWhen: { field: 'kind', is: ['module'] },
    }),
    stack: name({
      label: 'Stack',
      help: 'Its name alone.',
      example: 'shop',
      shownWhen: { field: 'kind', is: ['stack'] },
    }),
    stackEnd: pasted(
      {
        label: 'End of the subject',
        help: 'What stands behind the stack’s name in “sub” of a token: it is not documented, so it is copied.',
        example: 'deployment:production:operation:plan',
        shownWhen: { field: 'kind', is: ['stack'] },
      },
      /^[^\s:*](?:[^\p{Cc}*]*[^\s*])?$/u,
      'no white space around it and no wildcard',
    ),
  },
  forms: [
    ...phases.map((phase) => ({ when: { kind: 'workspace', phase }, issuer, subject: runOf(phase) })),
    {
      when: { kind: 'module' },
      issuer,
      subject: [
        'organization:',
        field('organization', 'organization'),
        ':module:',
        field('module', 'module'),
        ':operation:test_run',
      ],
    },
    {
      when: { kind: 'stack' },
      issuer,
      subject: [
        'organization:',
        field('organization', 'organization'),
        ':project:',
        field('project', 'project'),
        ':stack:',
        field('stack', 'stack'),
        ':',
        field('stackEnd', 'as copied', { pattern: '.+' }),
      ],
    },
  ],
  expand: (fields) =>
    isWorkspace(fields) && fieldText(fields, 'phase') === 'both'
      ? phases.map((phase) => ({ ...fields, phase }))
      : [fields],
  warnings,
  nameParts: (fields) =>
    isWorkspace(fields)
      ? ['tf', fieldText(fields, 'workspace'), fieldText(fields, 'phase')]
      : ['tf', fieldText(fields, 'module') || fieldText(fields, 'stack'), fieldText(fields, 'stackEnd')],
  words,
  snippet: (context, fields) =>
    shellSnippet(context, [
      '# Variables of the workspace. Leave ARM_CLIENT_ID, ARM_USE_OIDC and ARM_OIDC_TOKEN unset.',
      'TFC_AZURE_PROVIDER_AUTH=true',
      `TFC_AZURE_${clientIdUse(fields)}_CLIENT_ID=${bashWord(clientIdOf(context))}`,
      `ARM_TENANT_ID=${bashWord(context.tenantId)}`,
      `ARM_SUBSCRIPTION_ID=${bashWord(context.subscriptionId ?? '<subscription-id>')}`,
      ...armEnvironment(context),
      ...(audienceOf(context) === defaultAudience()
        ? []
        : [`TFC_AZURE_WORKLOAD_IDENTITY_AUDIENCE=${bashWord(audienceOf(context))}`]),
    ]),
})

function isWorkspace(fields: FieldValues): boolean {
  return ['', 'workspace'].includes(fieldText(fields, 'kind'))
}

function words(fields: FieldValues) {
  const organization = fieldText(fields, 'organization')
  const kind = fieldText(fields, 'kind')
  if (kind === 'module') {
    return { workload: `${organization}/${fieldText(fields, 'module')}`, qualifier: 'module tests' }
  }
  const project = `project ${fieldText(fields, 'project')}`
  if (kind === 'stack') {
    const stack = `${organization}/${fieldText(fields, 'stack')}`
    return { workload: stack, qualifier: `stack, ${fieldText(fields, 'stackEnd')}, ${project}` }
  }
  const workload = `${organization}/${fieldText(fields, 'workspace')}`
  return { workload, qualifier: `${fieldText(fields, 'phase')}, ${project}` }
}

/** Plan and apply may have an identity each; RUN means both. */
function clientIdUse(fields: FieldValues): string {
  const phase = fieldText(fields, 'phase')
  return isWorkspace(fields) && (phase === 'plan' || phase === 'apply') ? phase.toUpperCase() : 'RUN'
}

function warnings(fields: FieldValues): Warning[] {
  const phase = fieldText(fields, 'phase')
  if (!isWorkspace(fields) || (phase !== 'plan' && phase !== 'apply')) return []
  const other = phase === 'plan' ? 'apply' : 'plan'
  return [
    {
      code: 'further-subjects',
      severity: 'warn',
      field: 'phase',
      text: `The ${other} of a run carries another subject and does not match.`,
      fix: `Choose both, or add a trust for the ${other}, also on another identity.`,
    },
  ]
}

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
