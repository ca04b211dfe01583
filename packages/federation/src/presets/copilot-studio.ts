import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { guid, pasted } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'
import { entraIssuerOf } from './eid1/entra-issuer.ts'
import { eid1Spelling } from './eid1/spelling.ts'

/** The middle names Copilot Studio. https://learn.microsoft.com/microsoft-copilot-studio/configuration-end-user-authentication */
export const copilotStudio = definePlatform({
  id: 'copilot-studio',
  title: 'Copilot Studio',
  summary: 'An agent’s connection',
  category: 'identities',
  certainty: 'read',
  docsUrl: 'https://learn.microsoft.com/microsoft-copilot-studio/configuration-end-user-authentication',
  factsAsOf: '2026-09-30',
  fields: {
    tenantId: guid({
      label: 'Tenant ID',
      help: 'Of your tenant: the subject holds it.',
      example: '11111111-2222-3333-4444-555555555555',
    }),
    tail: pasted(
      {
        label: 'End of the subject',
        help: 'Everything after /a/m1WPnYRZpEaQKq1Cceg--g, shown in the settings of the agent.',
        example: '/aHR0cHM6Ly9jb250b3Nv',
      },
      /^\/\S+$/,
      'the part after the application, starting with a slash',
    ),
  },
  forms: [
    {
      issuer: entraIssuerOf('tenantId'),
      subject: [
        '/eid1/c/pub/t/',
        field('tenantId', 'tenant', { pattern: '[A-Za-z0-9_-]{22}', spelling: eid1Spelling }),
        '/a/m1WPnYRZpEaQKq1Cceg--g',
        field('tail', 'connection', { pattern: '/.+' }),
      ],
    },
  ],
  nameParts: (fields) => ['copilot-studio', fieldText(fields, 'tail')],
  words: (fields) => ({ workload: fieldText(fields, 'tail'), qualifier: null }),
  snippet: exchangeCurl,
})
