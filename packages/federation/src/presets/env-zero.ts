import { fieldText } from '../model/texts.ts'
import type { FieldValues } from '../model/preset.ts'
import type { Warning } from '../model/warning.ts'
import { definePlatform } from './platform/define-platform.ts'
import { pasted } from './platform/fields.ts'
import { azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

/** Its issuer ends with a slash, and its audience is fixed. https://docs.envzero.com/guides/integrations/oidc-integrations/ */
export const envZero = definePlatform({
  id: 'env-zero',
  title: 'env zero',
  summary: 'All projects of one organization',
  category: 'infrastructure',
  certainty: 'read',
  docsUrl: 'https://docs.envzero.com/guides/integrations/oidc-integrations/',
  factsAsOf: '2026-09-30',
  fields: {
    subject: pasted(
      {
        label: 'Subject',
        help: 'Organization Settings, Policies, OIDC, “show”.',
        example: 'auth0|64a1b2c3d4e5f60718293a4b',
      },
      /^auth0\|[^\s]+$/,
      'the form auth0|…',
    ),
  },
  forms: [
    {
      issuer: ['https://login.app.env0.com/'],
      subject: [field('subject', 'organization', { pattern: 'auth0\\|.+' })],
    },
  ],
  audience: () => 'https://prod.env0.com',
  audienceIsFixed: true,
  warnings,
  nameParts: (fields) => ['env0', fieldText(fields, 'subject')],
  words: (fields) => ({ workload: fieldText(fields, 'subject'), qualifier: null }),
  snippet: (context) => shellSnippet(context, ['TOKEN=$ENV0_OIDC_TOKEN', azLogin(context, 'TOKEN')]),
})

function warnings(_fields: FieldValues): Warning[] {
  return [
    {
      code: 'whole-organization',
      severity: 'warn',
      field: 'subject',
      text: 'The subject is that of the whole organization: every project in it can use this trust.',
      fix: 'Give the identity only what every project may do.',
    },
  ]
}
