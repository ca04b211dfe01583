import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { issuerOf, pasted } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

/** Its subjects are not published, so they are copied. https://buddy.works/docs/pipelines/oidc */
export const buddy = definePlatform({
  id: 'buddy',
  title: 'Buddy',
  summary: 'Subject and issuer are copied from a token',
  category: 'pipelines',
  certainty: 'read',
  docsUrl: 'https://buddy.works/docs/pipelines/oidc',
  factsAsOf: '2026-09-30',
  fields: {
    issuer: issuerOf(
      { label: 'Issuer', help: '“iss” of a token.', example: 'https://oidc.buddyusercontent.com' },
      /^(?:eu-|asia-)?oidc\.buddyusercontent\.com$/,
      'Buddy account',
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
      issuer: [field('issuer', 'issuer', { pattern: 'https://(?:eu-|asia-)?oidc\\.buddyusercontent\\.com' })],
      subject: [field('subject', 'workload', { pattern: '.+' })],
    },
  ],
  nameParts: (fields) => ['buddy', fieldText(fields, 'subject')],
  words: (fields) => ({ workload: fieldText(fields, 'subject'), qualifier: null }),
  snippet: exchangeCurl,
})
