import type { Warning } from '../model/warning.ts'
import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { text } from './platform/fields.ts'
import { audienceOf, azLogin, shellSnippet } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'

const notUsual: Warning = {
  code: 'unusual-value',
  severity: 'warn',
  field: 'uniqueId',
  text: 'Unique IDs of Google have 21 digits, so this one is likely cut or another number.',
  fix: 'Run the command above and compare.',
}

/** A service account of Google Cloud. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-gcp */
export const googleCloud = definePlatform({
  id: 'google-cloud',
  title: 'Google Cloud',
  summary: 'A workload that runs as a Google service account',
  category: 'clouds',
  certainty: 'documented',
  docsUrl: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-gcp',
  factsAsOf: '2026-09-30',
  fields: {
    uniqueId: text(
      {
        label: 'Unique ID',
        help: "Not its e-mail address. Shown by: gcloud iam service-accounts describe EMAIL --format='value(uniqueId)'",
        example: '104928374650192837465',
      },
      { pattern: /^\d{15,25}$/, shape: 'about 21 digits', fix: 'Run the command above and copy the number.' },
    ),
  },
  forms: [
    {
      issuer: ['https://accounts.google.com'],
      subject: [field('uniqueId', 'service account', { pattern: '\\d+' })],
    },
  ],
  warnings: (fields) => (fieldText(fields, 'uniqueId').length === 21 ? [] : [notUsual]),
  nameParts: (fields) => ['gcp', fieldText(fields, 'uniqueId')],
  words: (fields) => ({ workload: `service account ${fieldText(fields, 'uniqueId')}`, qualifier: null }),
  snippet: (context) =>
    shellSnippet(context, [
      `TOKEN=$(curl --silent --header 'Metadata-Flavor: Google' \\`,
      `  --get --data-urlencode 'audience=${audienceOf(context).replaceAll("'", "'\\''")}' \\`,
      "  'http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/identity')",
      azLogin(context, 'TOKEN'),
    ]),
})
