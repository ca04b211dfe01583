import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, guid, host, text } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

const id = { pattern: '[^/]+' }
const formats = ['v1', 'v2'] as const
const issuers = [
  ['organization', ['https://oidc.circleci.com/org/', field('organizationId', 'organization', id)]],
  ['root', ['https://oidc.circleci.com']],
  ['server', ['https://', field('host', 'server', id), '/org/', field('organizationId', 'organization', id)]],
] as const
const user = [
  'org/',
  field('organizationId', 'organization', id),
  '/project/',
  field('projectId', 'project', id),
  '/user/',
  field('userId', 'user', id),
]
const source = [
  '/vcs-origin/',
  field('origin', 'repository', { pattern: '.+' }),
  '/vcs-ref/',
  field('ref', 'ref', { pattern: '.+' }),
]

/** One subject a user. https://circleci.com/docs/openid-connect-tokens/ */
export const circleci = definePlatform({
  id: 'circleci',
  title: 'CircleCI',
  summary: 'Jobs of one project that one user starts',
  category: 'pipelines',
  certainty: 'partly',
  docsUrl: 'https://circleci.com/docs/openid-connect-tokens/',
  factsAsOf: '2026-09-30',
  fields: {
    organizationId: guid({
      label: 'Organization ID',
      help: 'Organization Settings, Overview.',
      example: '11111111-2222-3333-4444-555555555555',
    }),
    projectId: guid({
      label: 'Project ID',
      help: 'Project Settings, Overview.',
      example: '22222222-3333-4444-5555-666666666666',
    }),
    userId: guid({
      label: 'User ID',
      help: 'Who starts the pipelines: the subject names the person, so each needs a trust.',
      example: '33333333-4444-5555-6666-777777777777',
    }),
    format: choice({
      label: 'Subject format',
      help: 'CIRCLE_OIDC_TOKEN_V2 names repository and ref too. Print a token: which one the command gives is not documented.',
      example: 'v1',
      optional: true,
      options: [
        { value: 'v1', label: 'Organization, project and user' },
        { value: 'v2', label: 'With repository and ref (V2)' },
      ],
    }),
    origin: text(
      {
        label: 'Repository',
        help: 'Host, owner and name, without https://.',
        example: 'github.com/contoso/shop',
        shownWhen: { field: 'format', is: ['v2'] },
      },
      { pattern: /^[^\s/:]+(?:\/[^\s/:]+)+$/, shape: 'a host, an owner and a name, parted by slashes' },
    ),
    ref: text(
      {
        label: 'Git ref',
        help: 'In full.',
        example: 'refs/heads/main',
        shownWhen: { field: 'format', is: ['v2'] },
      },
      { pattern: /^refs\/[^\s:*?]+$/, shape: 'the full name of the ref, starting with refs/' },
    ),
    obtainedBy: choice({
      label: 'Token',
      help: 'The variable always carries the organization as its audience; the command can ask for another.',
      example: 'command',
      optional: true,
      options: [
        { value: 'command', label: 'circleci run oidc get' },
        { value: 'variable', label: 'CIRCLE_OIDC_TOKEN of the job' },
      ],
    }),
    issuerKind: choice({
      label: 'Issuer',
      help: 'The root issuer only where the command has --root-issuer.',
      example: 'organization',
      optional: true,
      options: [
        { value: 'organization', label: 'Of the organization' },
        { value: 'root', label: 'Root' },
        { value: 'server', label: 'CircleCI Server' },
      ],
    }),
    host: host({
      label: 'Server',
      help: 'Host of your CircleCI Server 4.4 or newer; compare the issuer with “iss” of a token. Azure must be able to read its keys from the internet.',
      example: 'circleci.contoso.com',
      shownWhen: { field: 'issuerKind', is: ['server'] },
    }),
  },
  forms: formats.flatMap((format) =>
    issuers.map(([issuerKind, issuer]) => ({
      when: { issuerKind, format },
      issuer,
      subject: format === 'v1' ? user : [...user, ...source],
    })),
  ),
  audience: (fields) =>
    fieldText(fields, 'obtainedBy') === 'variable' ? fieldText(fields, 'organizationId') : undefined,
  readAudience: (audience, fields) =>
    audience === fields['organizationId'] ? { obtainedBy: 'variable' } : { obtainedBy: 'command' },
  warnings,
  nameParts: (fields) => ['circleci', fieldText(fields, 'projectId'), fieldText(fields, 'userId')],
  words: (fields) => ({
    workload: `project ${fieldText(fields, 'projectId')}`,
    qualifier: [
      `user ${fieldText(fields, 'userId')}`,
      ...(fieldText(fields, 'ref') === '' ? [] : [fieldText(fields, 'ref')]),
    ].join(', '),
  }),
  snippet: (context, fields) => {
    const variable = fieldText(fields, 'format') === 'v2' ? 'CIRCLE_OIDC_TOKEN_V2' : 'CIRCLE_OIDC_TOKEN'
    if (fieldText(fields, 'obtainedBy') === 'variable')
      return shellSnippet(context, [azLogin(context, variable)])
    const root = fieldText(fields, 'issuerKind') === 'root' ? ' --root-issuer' : ''
    const claims = bashWord(JSON.stringify({ aud: audienceOf(context) }))
    return shellSnippet(context, [
      '# The log does not mask what this command prints.',
      `TOKEN=$(circleci run oidc get${root} --claims ${claims})`,
      azLogin(context, 'TOKEN'),
    ])
  },
})

/** https://circleci.com/docs/openid-connect-tokens/ */
function warnings(fields: FieldValues): Warning[] {
  const isVariable = fieldText(fields, 'obtainedBy') === 'variable'
  return [
    perPerson,
    ...(fieldText(fields, 'format') === 'v2' ? [] : [anyBranch]),
    ...(isVariable && fieldText(fields, 'issuerKind') === 'root' ? [notRoot] : []),
  ]
}

const perPerson: Warning = {
  code: 'subject-per-person',
  severity: 'warn',
  field: 'userId',
  text: 'The subject names who started the pipeline: a run that somebody else starts does not match.',
  fix: 'Start deployments as one machine user, or add a trust for each person.',
}

const anyBranch: Warning = {
  code: 'any-branch',
  severity: 'info',
  field: 'format',
  text: 'It holds no repository and no branch: every branch matches, and forks where their builds get secrets.',
  fix: 'Keep “Pass secrets to builds from forked pull requests” off, or use the format with repository and ref.',
}

const notRoot: Warning = {
  code: 'issuer-shape',
  severity: 'warn',
  field: 'issuerKind',
  text: 'The variable of a job carries the issuer of the organization, so this likely never matches.',
  fix: 'Choose the issuer of the organization, or circleci run oidc get.',
}
