import { definePasted } from './platform/define-pasted.ts'

/** Its OIDC page shows both values; neither is published. https://trigger.dev/docs/oidc/azure */
export const triggerDev = definePasted({
  id: 'trigger-dev',
  title: 'Trigger.dev',
  summary: 'Tasks of one project',
  category: 'hosting',
  docsUrl: 'https://trigger.dev/docs/oidc/azure',
  factsAsOf: '2026-09-30',
  issuerExample: 'https://copied-from-its-page.trigger.dev',
  issuers: 'https://(?:[a-z0-9-]+\\.)*trigger\\.dev(?:/.*)?',
  shownAt: ', shown on its OIDC page',
})
