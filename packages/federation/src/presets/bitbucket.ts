import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { pasted, slug } from './platform/fields.ts'
import { azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

/** Its subject holds the UUID of the step. https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/ */
export const bitbucket = definePlatform({
  id: 'bitbucket',
  title: 'Bitbucket Pipelines',
  summary: 'Not usable directly: its subject changes with every step',
  category: 'pipelines',
  certainty: 'read',
  docsUrl:
    'https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/',
  factsAsOf: '2026-09-30',
  fields: {
    workspace: slug({ label: 'Workspace', help: 'As in the address of the repository.', example: 'contoso' }),
    subject: pasted(
      {
        label: 'Subject',
        help: '“sub” of a token of the step.',
        example: '{a1b2c3d4-1111-2222-3333-444455556666}:{b1b2c3d4-1111-2222-3333-444455556666}',
      },
      /^\{[0-9a-f-]{36}\}(?::\{[0-9a-f-]{36}\}){1,2}$/,
      'IDs in braces, parted by colons',
    ),
  },
  forms: [
    {
      issuer: [
        'https://api.bitbucket.org/2.0/workspaces/',
        field('workspace', 'workspace', { pattern: '[^/]+' }),
        '/pipelines-config/identity/oidc',
      ],
      subject: [field('subject', 'repository and step', { pattern: '\\{.+\\}' })],
    },
  ],
  warnings,
  nameParts: (fields) => ['bitbucket', fieldText(fields, 'workspace')],
  words: (fields) => ({ workload: fieldText(fields, 'workspace'), qualifier: fieldText(fields, 'subject') }),
  snippet: (context) =>
    shellSnippet(context, [
      '# The step needs oidc: true.',
      'TOKEN=$BITBUCKET_STEP_OIDC_TOKEN',
      azLogin(context, 'TOKEN'),
    ]),
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'subject-unpredictable',
      severity: 'block',
      field: 'subject',
      text: 'A step of Bitbucket has another subject in every run definition, and Azure compares it exactly: this would match once at most.',
      fix: 'Exchange its token at a broker that Azure trusts, such as HashiCorp Vault, or deploy from another platform.',
    },
  ]
}
