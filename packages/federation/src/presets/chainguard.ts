import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { issuerOf, pasted } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

/** Its subjects are not published, so they are copied. https://edu.chainguard.dev/chainguard/administration/assumable-ids/ */
export const chainguard = definePlatform({
  id: 'chainguard',
  title: 'Chainguard',
  summary: 'Subject and issuer are copied from a token',
  category: 'identities',
  certainty: 'read',
  docsUrl: 'https://edu.chainguard.dev/chainguard/administration/assumable-ids/',
  factsAsOf: '2026-09-30',
  fields: {
    issuer: issuerOf(
      { label: 'Issuer', help: '“iss” of a token.', example: 'https://issuer.enforce.dev' },
      /^issuer\.enforce\.dev$/,
      'Chainguard account',
    ),
    subject: pasted(
      {
        label: 'Subject',
        help: '“sub” of a token, character by character.',
        example: 'workspace:contoso:project:shop',
      },
      /^\S(?:.*\S)?$/,
      'no blanks at its ends',
    ),
  },
  forms: [
    {
      issuer: [field('issuer', 'issuer', { pattern: 'https://issuer\\.enforce\\.dev' })],
      subject: [field('subject', 'workload', { pattern: '.+' })],
    },
  ],
  nameParts: (fields) => ['chainguard', fieldText(fields, 'subject')],
  words: (fields) => ({ workload: fieldText(fields, 'subject'), qualifier: null }),
  snippet: exchangeCurl,
})
