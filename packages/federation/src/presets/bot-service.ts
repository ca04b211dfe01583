import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { guid, pasted } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'
import { entraIssuerOf } from './eid1/entra-issuer.ts'
import { eid1Spelling } from './eid1/spelling.ts'

/** The middle names the Bot Service. https://learn.microsoft.com/azure/bot-service/bot-builder-authentication-federated-credential */
export const botService = definePlatform({
  id: 'bot-service',
  title: 'Azure Bot Service',
  summary: 'An OAuth connection of a bot',
  category: 'identities',
  certainty: 'read',
  docsUrl: 'https://learn.microsoft.com/azure/bot-service/bot-builder-authentication-federated-credential',
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
        help: 'Everything after /a/9ExAW52n_ky4ZiS_jhpJIQ, from the settings of the connection.',
        example: '/contoso-bot-login',
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
        '/a/9ExAW52n_ky4ZiS_jhpJIQ',
        field('tail', 'connection', { pattern: '/.+' }),
      ],
    },
  ],
  nameParts: (fields) => ['bot-service', fieldText(fields, 'tail')],
  words: (fields) => ({ workload: fieldText(fields, 'tail'), qualifier: null }),
  snippet: exchangeCurl,
})
