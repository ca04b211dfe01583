import { yamlText } from '../exports/quoting.ts'
import type { FieldValues } from '../model/preset.ts'
import { fieldText } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'
import { choice, gitRef, host, text } from './platform/fields.ts'
import { definePlatform } from './platform/define-platform.ts'
import { audienceOf, azLogin, yamlSnippet } from './platform/login-snippets.ts'
import { componentsRule, componentsSpelling } from './gitlab/components.ts'
import { field } from './platform/template.ts'

const issuer = ['https://', field('host', 'instance', { pattern: '[^/]+' })] as const
const whenRef = { field: 'names', is: ['path', 'id', ''] } as const
const ref = { pattern: '.+' }

const components = field('components', 'components', {
  pattern: 'project_(?:path|id):.+',
  spelling: componentsSpelling,
})

/**
 * Pipelines of gitlab.com and of other instances.
 * https://docs.gitlab.com/ci/secrets/id_token_authentication/, https://docs.gitlab.com/ci/cloud_services/azure/
 */
export const gitlab = definePlatform({
  id: 'gitlab',
  title: 'GitLab',
  summary: 'A pipeline of one project, on gitlab.com or your own instance',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://docs.gitlab.com/ci/cloud_services/azure/',
  factsAsOf: '2026-09-30',
  fields: {
    host: host({
      label: 'Instance',
      help: 'The host of your GitLab. Azure must be able to read its keys from the internet.',
      example: 'gitlab.com',
    }),
    names: choice({
      label: 'Subject format',
      help: 'A project sends its path, unless its setting ci_id_token_sub_claim_components says project_id.',
      example: 'path',
      options: [
        { value: 'path', label: 'Project path (default)' },
        { value: 'id', label: 'Project ID (immutable)' },
        { value: 'components', label: 'Another list of components' },
      ],
    }),
    project: {
      ...text(
        {
          label: 'Project',
          help: 'Its full path with all groups, in its own capitals.',
          example: 'contoso/platform/pay-api',
          shownWhen: { field: 'names', is: ['path'] },
        },
        {
          pattern: /^[\w.-]+(?:\/[\w.-]+)+$/u,
          shape: 'a group and a project parted by /, of letters, digits, _ - and dots',
          fix: 'Copy the path from the address of the project, without https:// and host.',
          meant: (url) => url.replace(/^https:\/\/[^/]*\/|^\//, '').replace(/\/-\/.*$|\.git$|\/$/, ''),
        },
      ),
    },
    projectId: text(
      {
        label: 'Project ID',
        help: 'Shown on the project’s page.',
        example: '57382910',
        shownWhen: { field: 'names', is: ['id'] },
      },
      { pattern: /^[1-9]\d{0,17}$/, shape: 'digits only' },
    ),
    refType: choice({
      label: 'Runs from',
      help: 'A merge request’s pipeline carries its source branch.',
      example: 'branch',
      options: [
        { value: 'branch', label: 'Branch' },
        { value: 'tag', label: 'Tag' },
      ],
      shownWhen: whenRef,
    }),
    ref: gitRef({
      label: 'Branch or tag',
      help: 'One name. Patterns do not work.',
      example: 'main',
      shownWhen: whenRef,
    }),
    components: {
      guide: {
        label: 'Components',
        help: 'ci_id_token_sub_claim_components in its order, each with its value.',
        example: 'project_id=57382910, ref_protected=true',
        shownWhen: { field: 'names', is: ['components'] },
      },
      rule: componentsRule,
    },
  },
  forms: [
    { when: { names: 'path', refType: 'branch' }, issuer, subject: byPath('branch') },
    { when: { names: 'path', refType: 'tag' }, issuer, subject: byPath('tag') },
    { when: { names: 'id', refType: 'branch' }, issuer, subject: byId('branch') },
    { when: { names: 'id', refType: 'tag' }, issuer, subject: byId('tag') },
    { when: { names: 'components' }, issuer, subject: [components] },
  ],
  warnings: mutablePath,
  nameParts: (fields) => [
    'gitlab',
    fieldText(fields, 'project') || fieldText(fields, 'projectId') || fieldText(fields, 'components'),
    fieldText(fields, 'ref'),
  ],
  words,
  snippet: (context) =>
    yamlSnippet('.gitlab-ci.yml', [
      'deploy:',
      '  image: mcr.microsoft.com/azure-cli',
      '  id_tokens:',
      '    AZURE_TOKEN:',
      `      aud: ${yamlText(audienceOf(context))}`,
      '  script:',
      `    - ${yamlText(azLogin(context, 'AZURE_TOKEN'))}`,
    ]),
})

function words(fields: FieldValues) {
  const list = fieldText(fields, 'components')
  if (list !== '') {
    const [first = '', ...rest] = list.split(', ')
    return { workload: first.replace('=', ' '), qualifier: rest.join(', ').replaceAll('=', ' ') || null }
  }
  return {
    workload: fieldText(fields, 'project') || `project ${fieldText(fields, 'projectId')}`,
    qualifier: `${fieldText(fields, 'refType')} ${fieldText(fields, 'ref')}`,
  }
}

function byPath(refType: string) {
  return [
    'project_path:',
    field('project', 'project'),
    `:ref_type:${refType}:ref:`,
    field('ref', refType, ref),
  ]
}

function byId(refType: string) {
  return [
    'project_id:',
    field('projectId', 'project ID'),
    `:ref_type:${refType}:ref:`,
    field('ref', refType, ref),
  ]
}

function mutablePath(fields: FieldValues): Warning[] {
  if (fieldText(fields, 'names') === 'id' || fieldText(fields, 'components').startsWith('project_id'))
    return []
  return [
    {
      code: 'name-based-subject',
      severity: 'info',
      field: 'names',
      text: 'A project that is renamed or moved stops matching, and whoever takes the freed path would match.',
      fix: 'Let the project send its ID, by the projects API: ci_id_token_sub_claim_components.',
    },
  ]
}
