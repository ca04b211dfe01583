import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { guid, pasted } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { exchangeCurl } from '../exports/exchange-curl.ts'
import { entraIssuerOf } from './eid1/entra-issuer.ts'
import { eid1Spelling } from './eid1/spelling.ts'

/** The middle names Power Platform. https://learn.microsoft.com/power-platform/admin/set-up-managed-identity */
export const powerPlatform = definePlatform({
  id: 'power-platform',
  title: 'Power Platform',
  summary: 'A plug-in of Dataverse with a managed identity',
  category: 'identities',
  certainty: 'read',
  docsUrl: 'https://learn.microsoft.com/power-platform/admin/set-up-managed-identity',
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
        help: 'Everything after /a/qzXoWDkuqUa3l6zM5mM0Rw, shown by: pac managed-identity show-fic',
        example: '/n/plugin/e/00000000-1111-2222-3333-444444444444/h/0f1e2d',
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
        '/a/qzXoWDkuqUa3l6zM5mM0Rw',
        field('tail', 'plug-in', { pattern: '/.+' }),
      ],
    },
  ],
  nameParts: (fields) => ['power-platform', fieldText(fields, 'tail')],
  words: (fields) => ({ workload: fieldText(fields, 'tail'), qualifier: null }),
  snippet: exchangeCurl,
})
