import type { Warning } from '../model/warning.ts'
import { fieldText } from '../model/texts.ts'
import { definePlatform } from './platform/define-platform.ts'
import { name } from './platform/fields.ts'
import { audienceOf } from './platform/login-snippets.ts'
import { field } from './platform/template.ts'
import { clientIdOf } from '../exports/workload-context.ts'

const sameAudience: Warning = {
  code: 'audience-at-platform',
  severity: 'info',
  field: 'environment',
  text: 'The audience is chosen in the provider configuration of Scalr.',
  fix: 'Type there the audience that stands here.',
}

/** The audience is chosen in Scalr and must be the same here. https://docs.scalr.io/docs/azure */
export const scalr = definePlatform({
  id: 'scalr',
  title: 'Scalr',
  summary: 'Runs of one environment',
  category: 'infrastructure',
  certainty: 'documented',
  docsUrl: 'https://docs.scalr.io/docs/azure',
  factsAsOf: '2026-09-30',
  fields: {
    account: name({ label: 'Account', help: 'Its name.', example: 'contoso' }),
    environment: name({
      label: 'Environment',
      help: 'Its name. Every workspace in it can use the trust.',
      example: 'production',
    }),
  },
  forms: [
    {
      issuer: ['https://scalr.io'],
      subject: [
        'account:',
        field('account', 'account'),
        ':environment:',
        field('environment', 'environment'),
      ],
    },
  ],
  warnings: () => [sameAudience],
  nameParts: (fields) => ['scalr', fieldText(fields, 'environment')],
  words: (fields) => ({
    workload: `${fieldText(fields, 'account')}/${fieldText(fields, 'environment')}`,
    qualifier: null,
  }),
  snippet: (context) => ({
    language: 'hcl',
    filename: 'provider-configuration.tf',
    text: `resource "scalr_provider_configuration" "azure" {\n  name = "azure"\n  azurerm {\n    auth_type       = "oidc"\n    audience        = ${JSON.stringify(audienceOf(context))}\n    client_id       = ${JSON.stringify(clientIdOf(context))}\n    tenant_id       = ${JSON.stringify(context.tenantId)}\n    subscription_id = ${JSON.stringify(context.subscriptionId ?? '<subscription-id>')}\n  }\n}\n`,
  }),
})
