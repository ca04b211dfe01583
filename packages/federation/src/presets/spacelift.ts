import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, host, name, slug } from './platform/fields.ts'
import { armEnvironment, shellSnippet } from './platform/login-snippets.ts'
import { field, type Template } from './platform/template.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { clientIdOf } from '../exports/workload-context.ts'
import { bashWord } from '../exports/quoting.ts'

const runs = [
  { run: 'tracked-read', type: 'TRACKED', scope: 'read' },
  { run: 'tracked-write', type: 'TRACKED', scope: 'write' },
  { run: 'proposed-read', type: 'PROPOSED', scope: 'read' },
  { run: 'task-write', type: 'TASK', scope: 'write' },
  { run: 'destroy-write', type: 'DESTROY', scope: 'write' },
] as const
const moduleRuns = [
  { run: 'testing-read', type: 'TESTING', scope: 'read' },
  { run: 'testing-write', type: 'TESTING', scope: 'write' },
] as const
const whenStack = { field: 'caller', is: ['stack', ''] } as const
const hosts = [
  ['cloud', [field('account', 'account', { pattern: '[^./]+' }), '.app.spacelift.io']],
  ['self-hosted', [field('host', 'server', { pattern: '[^/]+' })]],
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
      {
        label: 'Account',
        help: 'As in the address, before .app.spacelift.io.',
        example: 'contoso',
        shownWhen: { field: 'hosting', is: ['cloud', ''] },
      },
      63,
      (url) => url.replace(/^https:\/\//, '').replace(/\.app\.spacelift\.io\/?$/, ''),
    ),
    space: name({ label: 'Space ID', help: 'Not its name.', example: 'legacy-01KJMM56VS4W3AL9YZWVCXBX8D' }),
    stack: slug({ label: 'Stack or module ID', help: 'As in its address.', example: 'shop-network' }),
    run: choice({
      label: 'Runs',
      help: 'A stack in use needs all five. With a subject template of your own, copy “sub” as another issuer.',
      example: 'all',
      shownWhen: whenStack,
      options: [
        { value: 'all', label: 'All (five trusts)' },
        { value: 'tracked-read', label: 'Plan of a tracked run' },
        { value: 'tracked-write', label: 'Apply of a tracked run' },
        { value: 'proposed-read', label: 'Proposed run' },
        { value: 'task-write', label: 'Task' },
        { value: 'destroy-write', label: 'Destroy' },
      ],
    }),
    caller: choice({
      label: 'Runs of',
      help: 'A module is tested, a stack is applied.',
      example: 'stack',
      optional: true,
      options: [
        { value: 'stack', label: 'A stack' },
        { value: 'module', label: 'A module' },
      ],
    }),
    moduleRun: choice({
      label: 'Tests',
      help: 'A test needs both.',
      example: 'all',
      optional: true,
      options: [
        { value: 'all', label: 'Both (two trusts)' },
        { value: 'testing-read', label: 'Plan of a test' },
        { value: 'testing-write', label: 'Apply of a test' },
      ],
      shownWhen: { field: 'caller', is: ['module'] },
    }),
    hosting: choice({
      label: 'Spacelift',
      help: 'Self-hosted: its own address is issuer and audience.',
      example: 'cloud',
      optional: true,
      options: [
        { value: 'cloud', label: 'app.spacelift.io' },
        { value: 'self-hosted', label: 'Self-hosted' },
      ],
    }),
    host: host({
      label: 'Server',
      help: 'Host of your Spacelift, without https://.',
      example: 'spacelift.contoso.com',
      shownWhen: { field: 'hosting', is: ['self-hosted'] },
    }),
  },
  forms: hosts.flatMap(([hosting, address]) => [
    ...runs.map(({ run, type, scope }) => ({
      when: { hosting, caller: 'stack', run },
      issuer: ['https://', ...address],
      subject: subjectOf('stack', type, scope),
    })),
    ...moduleRuns.map(({ run, type, scope }) => ({
      when: { hosting, caller: 'module', moduleRun: run },
      issuer: ['https://', ...address],
      subject: subjectOf('module', type, scope),
    })),
  ]),
  expand,
  audience: (fields) =>
    fieldText(fields, 'hosting') === 'self-hosted'
      ? fieldText(fields, 'host')
      : `${fieldText(fields, 'account')}.app.spacelift.io`,
  audienceIsFixed: true,
  warnings,
  nameParts: (fields) => ['spacelift', fieldText(fields, 'stack'), runOf(fields)],
  words: (fields) => ({ workload: fieldText(fields, 'stack'), qualifier: runOf(fields) }),
  snippet: (context) =>
    shellSnippet(context, [
      '# Environment of the stack; the provider says use_oidc = true and oidc_token_file_path = "/mnt/workspace/spacelift.oidc".',
      `ARM_CLIENT_ID=${bashWord(clientIdOf(context))}`,
      `ARM_TENANT_ID=${bashWord(context.tenantId)}`,
      `ARM_SUBSCRIPTION_ID=${bashWord(context.subscriptionId ?? '<subscription-id>')}`,
      ...armEnvironment(context),
    ]),
})

function isModule(fields: FieldValues): boolean {
  return fieldText(fields, 'caller') === 'module'
}

function runOf(fields: FieldValues): string {
  return fieldText(fields, isModule(fields) ? 'moduleRun' : 'run')
}

function subjectOf(caller: string, type: string, scope: string): Template {
  return [
    'space:',
    field('space', 'space'),
    `:${caller}:`,
    field('stack', caller),
    `:run_type:${type}:scope:${scope}`,
  ]
}

function expand(fields: FieldValues): readonly FieldValues[] {
  const run = runOf(fields)
  if (isModule(fields)) {
    return run === 'all' || run === ''
      ? moduleRuns.map((one) => ({ ...fields, moduleRun: one.run }))
      : [fields]
  }
  return run === 'all' ? runs.map((one) => ({ ...fields, run: one.run })) : [fields]
}

function warnings(fields: FieldValues): Warning[] {
  const run = runOf(fields)
  return [...(isModule(fields) ? [moduleUnsure] : []), ...(run === 'all' || run === '' ? [] : [oneOfSeveral])]
}

const moduleUnsure: Warning = {
  code: 'format-unsure',
  severity: 'info',
  field: 'caller',
  text: 'Two pages of Spacelift disagree: one writes modules as module, the other as stack.',
  fix: 'Print a token of a test once and compare its “sub”.',
}

const oneOfSeveral: Warning = {
  code: 'further-subjects',
  severity: 'info',
  text: 'Other runs carry other subjects and do not match.',
  fix: 'Choose all, or add a trust for each kind of run.',
}
