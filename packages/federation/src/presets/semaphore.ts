import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { choice, guid, slug, text } from './platform/fields.ts'
import { azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

/** Audience and issuer are the same address and cannot be changed. https://docs.semaphoreci.com/using-semaphore/openid */
export const semaphore = definePlatform({
  id: 'semaphore',
  title: 'Semaphore',
  summary: 'Jobs of one project and ref',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://docs.semaphoreci.com/using-semaphore/openid',
  factsAsOf: '2026-09-30',
  fields: {
    organization: slug({ label: 'Organization', help: 'As in the address.', example: 'contoso' }, 63),
    projectId: guid({
      label: 'Project ID',
      help: 'The UUID of the project.',
      example: '936a5312-a3b8-4921-8b3f-2cec8baac574',
    }),
    repository: text(
      { label: 'Repository', help: 'Its name alone.', example: 'web' },
      { pattern: /^[A-Za-z0-9._-]+$/, shape: 'letters, digits, - _ and dots' },
    ),
    refType: choice({
      label: 'Runs from',
      help: 'The subject writes pull requests as pr.',
      example: 'branch',
      options: [
        { value: 'branch', label: 'Branch' },
        { value: 'tag', label: 'Tag' },
        { value: 'pr', label: 'Pull request' },
      ],
    }),
    ref: text(
      { label: 'Git ref', help: 'In full, such as refs/heads/main.', example: 'refs/heads/main' },
      { pattern: /^refs\/[^\s:]+$/, shape: 'the full name of the ref, starting with refs/' },
    ),
  },
  forms: ['branch', 'tag', 'pr'].map((refType) => ({
    when: { refType },
    issuer: ['https://', field('organization', 'organization', { pattern: '[^./]+' }), '.semaphoreci.com'],
    subject: [
      'org:',
      field('organization', 'organization'),
      ':project:',
      field('projectId', 'project'),
      ':repo:',
      field('repository', 'repository'),
      `:ref_type:${refType}:ref:`,
      field('ref', refType, { pattern: '.+' }),
    ],
  })),
  audience: (fields) => `https://${fieldText(fields, 'organization')}.semaphoreci.com`,
  audienceIsFixed: true,
  warnings: otherKind,
  nameParts: (fields) => ['semaphore', fieldText(fields, 'repository'), fieldText(fields, 'ref')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'organization')}/${fieldText(fields, 'repository')}`,
    qualifier: fieldText(fields, 'ref'),
  }),
  snippet: (context) => shellSnippet(context, ['TOKEN=$SEMAPHORE_OIDC_TOKEN', azLogin(context, 'TOKEN')]),
})

/** The subject says the kind of the ref and the ref in full. */
function otherKind(fields: FieldValues): Warning[] {
  const kind = fieldText(fields, 'refType')
  const other = { branch: 'refs/tags/', tag: 'refs/heads/' }[kind]
  if (other === undefined || !fieldText(fields, 'ref').startsWith(other)) return []
  return [
    {
      code: 'unusual-value',
      severity: 'warn',
      field: 'ref',
      text: `${fieldText(fields, 'ref')} is not a ${kind}, so no token carries both.`,
      fix: 'Choose what it is under “Runs from”.',
    },
  ]
}
