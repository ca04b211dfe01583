import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { issuerOf, pasted } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'

/** Both values are copied. https://trigger.dev/docs/oidc/azure */
export const triggerDev = definePlatform({
  id: 'trigger-dev',
  title: 'Trigger.dev',
  summary: 'Tasks of one project',
  category: 'hosting',
  certainty: 'read',
  docsUrl: 'https://trigger.dev/docs/oidc/azure',
  factsAsOf: '2026-09-30',
  fields: {
    issuer: issuerOf(
      { label: 'Issuer', help: 'Shown on its OIDC page.', example: 'https://oidc.trigger.dev' },
      /(?:^|\.)trigger\.dev$/,
      'Trigger.dev project',
    ),
    subject: pasted(
      { label: 'Subject', help: 'Shown on its OIDC page.', example: 'project:proj_abc:environment:prod' },
      /^\S+$/,
      'no blanks',
    ),
  },
  forms: [
    {
      issuer: [field('issuer', 'issuer', { pattern: 'https://(?:[a-z0-9-]+\\.)*trigger\\.dev(?:/.*)?' })],
      subject: [field('subject', 'task', { pattern: '.+' })],
    },
  ],
  nameParts: (fields) => ['trigger', fieldText(fields, 'subject')],
  words: (fields) => ({ workload: fieldText(fields, 'subject'), qualifier: null }),
  snippet: exchangeCurl,
})
