import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { issuerOf, pasted } from './platform/fields.ts'
import { audienceOf } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

/** Both values are made by Snowflake and copied. https://docs.snowflake.com/en/user-guide/workload-identity-federation-outbound */
export const snowflake = definePlatform({
  id: 'snowflake',
  title: 'Snowflake',
  summary: 'A secret of type workload identity federation',
  category: 'clouds',
  certainty: 'read',
  docsUrl: 'https://docs.snowflake.com/en/user-guide/workload-identity-federation-outbound',
  factsAsOf: '2026-09-30',
  fields: {
    issuer: issuerOf(
      {
        label: 'Issuer',
        help: 'workload_identity_federation_issuer, shown by: DESC SECRET',
        example: 'https://identity.snowflake.com/oauth2/61/62/63',
      },
      /^identity\.snowflake\.com$/,
      'Snowflake account',
    ),
    subject: pasted(
      {
        label: 'Subject',
        help: 'workload_identity_federation_subject, shown by: DESC SECRET',
        example: 'identity_0000000000000000000000000000000000000000000000000000000000000000',
      },
      /^\S+$/,
      'no blanks',
    ),
  },
  forms: [
    {
      issuer: [field('issuer', 'account', { pattern: 'https://identity\\.snowflake\\.com/.+' })],
      subject: [field('subject', 'secret', { pattern: '.+' })],
    },
  ],
  nameParts: (fields) => ['snowflake', fieldText(fields, 'subject')],
  words: (fields) => ({ workload: fieldText(fields, 'subject'), qualifier: null }),
  snippet: (context) => ({
    language: 'sql',
    filename: 'token.sql',
    text: `SELECT SYSTEM$ISSUE_WORKLOAD_IDENTITY_FEDERATION_TOKEN('db.schema.secret', '${JSON.stringify({ aud: audienceOf(context) }).replaceAll("'", "''")}');\n`,
  }),
})
