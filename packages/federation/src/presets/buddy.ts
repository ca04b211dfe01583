import type { Warning } from '../model/warning.ts'
import { definePasted } from './platform/define-pasted.ts'

const ownAudience: Warning = {
  code: 'audience-at-platform',
  severity: 'info',
  field: 'subject',
  text: 'The token carries as its audience what the Azure integration of Buddy says.',
  fix: 'Type there the audience that stands here.',
}

/** Its subject begins with the workspace and is made with the integration. https://buddy.works/docs/integrations/azure/oidc */
export const buddy = definePasted({
  id: 'buddy',
  title: 'Buddy',
  summary: 'Pipelines that use one Azure integration of a workspace',
  category: 'pipelines',
  docsUrl: 'https://buddy.works/docs/integrations/azure/oidc',
  factsAsOf: '2026-11-22',
  issuerExample: 'https://oidc.buddyusercontent.com',
  issuers: 'https://(?:eu-|asia-)?oidc\\.buddyusercontent\\.com',
  onlyHosts: /^(?:eu-|asia-)?oidc\.buddyusercontent\.com$/,
  shownAt: ', shown in its Azure integration',
  warnings: [ownAudience],
})
