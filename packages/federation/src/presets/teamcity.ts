import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { address, choice, slug, text } from './platform/fields.ts'
import { azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

const issuer = ['https://', field('host', 'server', { pattern: '.+' })]
const build = [
  'project:',
  field('project', 'project'),
  ':build_type:',
  field('buildType', 'build configuration'),
]

const ownAudience: Warning = {
  code: 'audience-at-platform',
  severity: 'info',
  field: 'buildType',
  text: 'The plug-in puts the address of the server into the token as its audience, unless its field says another.',
  fix: 'Type the audience that stands here into the build feature, and keep the algorithm RS256.',
}

const shortBranch: Warning = {
  code: 'unusual-value',
  severity: 'warn',
  field: 'branch',
  text: 'The subject carries the full ref of a Git branch, so this likely never matches.',
  fix: 'Type refs/heads/ before the name, or compare “Resulting sub claim”.',
}

function isShortBranch(fields: FieldValues): boolean {
  return (
    ['branch', 'branch-trigger'].includes(fieldText(fields, 'extra')) &&
    !fieldText(fields, 'branch').startsWith('refs/')
  )
}

/** IDs are internal and do not change. https://github.com/OctopusDeploy/teamcity-oidc-plugin */
export const teamcity = definePlatform({
  id: 'teamcity',
  title: 'TeamCity',
  summary: 'A build configuration, through the OIDC Identity Token plug-in',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://github.com/OctopusDeploy/teamcity-oidc-plugin',
  factsAsOf: '2026-09-30',
  fields: {
    host: address({
      label: 'Server',
      help: 'Its address without https://, with its path if it has one.',
      example: 'teamcity.contoso.com',
    }),
    project: text(
      { label: 'Project ID', help: 'The internal one, such as project7.', example: 'project7' },
      { pattern: /^[A-Za-z0-9_]+$/, shape: 'letters, digits and _' },
    ),
    buildType: text(
      { label: 'Build configuration ID', help: 'The internal one, such as bt42.', example: 'bt42' },
      { pattern: /^[A-Za-z0-9_]+$/, shape: 'letters, digits and _' },
    ),
    extra: choice({
      label: 'Optional parts',
      help: 'As ticked in the build feature; see “Resulting sub claim”.',
      example: 'none',
      options: [
        { value: 'none', label: 'None (default)' },
        { value: 'branch', label: 'Branch' },
        { value: 'branch-trigger', label: 'Branch and trigger type' },
        { value: 'trigger', label: 'Trigger type' },
      ],
    }),
    branch: text(
      {
        label: 'Branch',
        help: 'The full ref.',
        example: 'refs/heads/main',
        shownWhen: { field: 'extra', is: ['branch', 'branch-trigger'] },
      },
      { pattern: /^[^\s:]+$/, shape: 'the full name of the ref, without blanks and colons' },
    ),
    trigger: slug({
      label: 'Trigger type',
      help: 'As in a token.',
      example: 'user',
      shownWhen: { field: 'extra', is: ['branch-trigger', 'trigger'] },
    }),
  },
  forms: [
    {
      when: { extra: 'branch-trigger' },
      issuer: issuer,
      subject: [
        ...build,
        ':branch:',
        field('branch', 'branch'),
        ':trigger_type:',
        field('trigger', 'trigger'),
      ],
    },
    { when: { extra: 'branch' }, issuer: issuer, subject: [...build, ':branch:', field('branch', 'branch')] },
    {
      when: { extra: 'trigger' },
      issuer: issuer,
      subject: [...build, ':trigger_type:', field('trigger', 'trigger')],
    },
    { when: { extra: 'none' }, issuer: issuer, subject: build },
  ],
  warnings: (fields) => [ownAudience, ...(isShortBranch(fields) ? [shortBranch] : [])],
  nameParts: (fields) => ['teamcity', fieldText(fields, 'buildType')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'project')}/${fieldText(fields, 'buildType')}`,
    qualifier: fieldText(fields, 'branch') || null,
  }),
  snippet: (context) => shellSnippet(context, [`TOKEN='%jwt.token%'`, azLogin(context, 'TOKEN')]),
})
