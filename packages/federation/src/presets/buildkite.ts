import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { choice, guid } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { bashWord } from '../exports/quoting.ts'

/** The UUIDs look alike: what is stored is read as a pipeline's. */
const claims = ['pipeline_id', 'cluster_id', 'queue_id', 'organization_id'] as const

/** By default its subject holds the commit; --subject-claim makes it one ID. https://buildkite.com/docs/pipelines/security/oidc/azure */
export const buildkite = definePlatform({
  id: 'buildkite',
  title: 'Buildkite',
  summary: 'Builds of one pipeline, by its ID',
  category: 'pipelines',
  certainty: 'documented',
  docsUrl: 'https://buildkite.com/docs/pipelines/security/oidc/azure',
  factsAsOf: '2026-09-30',
  fields: {
    claim: choice({
      label: 'Subject claim',
      help: 'The agent must ask for the same one.',
      example: 'pipeline_id',
      options: [
        { value: 'pipeline_id', label: 'Pipeline' },
        { value: 'cluster_id', label: 'Cluster' },
        { value: 'queue_id', label: 'Queue' },
        { value: 'organization_id', label: 'Organization' },
      ],
    }),
    id: guid({
      label: 'ID',
      help: 'The UUID of what is chosen above, from its settings.',
      example: '11111111-2222-3333-4444-555555555555',
    }),
  },
  forms: claims.map((claim) => ({
    when: { claim },
    issuer: ['https://agent.buildkite.com'],
    subject: [field('id', claim.replace('_id', ''))],
  })),
  warnings,
  nameParts: (fields) => ['buildkite', fieldText(fields, 'id')],
  words: (fields) => ({ workload: `ID ${fieldText(fields, 'id')}`, qualifier: null }),
  snippet: (context, fields) =>
    shellSnippet(context, [
      `TOKEN=$(buildkite-agent oidc request-token --audience ${bashWord(audienceOf(context))} --subject-claim ${fieldText(fields, 'claim') || 'pipeline_id'})`,
      azLogin(context, 'TOKEN'),
    ]),
})

function warnings(fields: FieldValues): Warning[] {
  const claim = fieldText(fields, 'claim').replace('_id', '')
  return [
    notDefault,
    {
      code: 'any-branch',
      severity: 'warn',
      field: 'id',
      text: `Every build of the ${claim || 'pipeline'} matches, of any branch, and of forks where those are built.`,
      fix: 'Deploy from a pipeline of its own that only trusted branches can start.',
    },
  ]
}

const notDefault: Warning = {
  code: 'not-default-subject',
  severity: 'info',
  field: 'claim',
  text: 'Without --subject-claim the subject holds the commit and never matches twice.',
  fix: 'Let every step ask for its token with --subject-claim, as in the example.',
}
