import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, name, slug } from './platform/fields.ts'
import { shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { bashWord } from '../exports/quoting.ts'

const runs = [
  { run: 'tracked-read', type: 'TRACKED', scope: 'read' },
  { run: 'tracked-write', type: 'TRACKED', scope: 'write' },
  { run: 'proposed-read', type: 'PROPOSED', scope: 'read' },
  { run: 'task-write', type: 'TASK', scope: 'write' },
  { run: 'destroy-write', type: 'DESTROY', scope: 'write' },
] as const

/** One subject a run type and scope; the audience is the host name and fixed. https://docs.spacelift.io/integrations/cloud-providers/oidc/azure-oidc */
export const spacelift = definePlatform({
  id: 'spacelift',
  title: 'Spacelift',
  summary: 'Runs of one stack: five subjects, or one of them',
  category: 'infrastructure',
  certainty: 'documented',
  docsUrl: 'https://docs.spacelift.io/integrations/cloud-providers/oidc/azure-oidc',
  factsAsOf: '2026-09-30',
  fields: {
    account: slug(
      { label: 'Account', help: 'As in the address, before .app.spacelift.io.', example: 'contoso' },
      63,
    ),
    space: name({ label: 'Space ID', help: 'Not its name.', example: 'legacy-01KJMM56VS4W3AL9YZWVCXBX8D' }),
    stack: slug({ label: 'Stack ID', help: 'As in the address of the stack.', example: 'shop-network' }),
    run: choice({
      label: 'Runs',
      help: 'A stack in use needs all five.',
      example: 'all',
      options: [
        { value: 'all', label: 'All (five trusts)' },
        { value: 'tracked-read', label: 'Plan of a tracked run' },
        { value: 'tracked-write', label: 'Apply of a tracked run' },
        { value: 'proposed-read', label: 'Proposed run' },
        { value: 'task-write', label: 'Task' },
        { value: 'destroy-write', label: 'Destroy' },
      ],
    }),
  },
  forms: runs.map(({ run, type, scope }) => ({
    when: { run },
    issuer: ['https://', field('account', 'account', { pattern: '[^./]+' }), '.app.spacelift.io'],
    subject: [
      'space:',
      field('space', 'space'),
      ':stack:',
      field('stack', 'stack'),
      `:run_type:${type}:scope:${scope}`,
    ],
  })),
  expand: (fields) =>
    fieldText(fields, 'run') === 'all' ? runs.map(({ run }) => ({ ...fields, run })) : [fields],
  audience: (fields) => `${fieldText(fields, 'account')}.app.spacelift.io`,
  nameParts: (fields) => ['spacelift', fieldText(fields, 'stack'), fieldText(fields, 'run')],
  words: (fields) => ({ workload: fieldText(fields, 'stack'), qualifier: fieldText(fields, 'run') }),
  snippet: (context) =>
    shellSnippet(context, [
      '# Environment of the stack; the provider says use_oidc = true and oidc_token_file_path = "/mnt/workspace/spacelift.oidc".',
      `ARM_CLIENT_ID=${bashWord(clientIdOf(context))}`,
      `ARM_TENANT_ID=${bashWord(context.tenantId)}`,
      `ARM_SUBSCRIPTION_ID=${bashWord(context.subscriptionId ?? '<subscription-id>')}`,
    ]),
})
