import { definePasted } from './platform/define-pasted.ts'

/** Three regions have an issuer each; subjects are not published. https://buddy.works/docs/pipelines/oidc */
export const buddy = definePasted({
  id: 'buddy',
  title: 'Buddy',
  summary: 'Subject and issuer are copied from a token',
  category: 'pipelines',
  docsUrl: 'https://buddy.works/docs/pipelines/oidc',
  factsAsOf: '2026-09-30',
  issuerExample: 'https://oidc.buddyusercontent.com',
  issuers: 'https://(?:eu-|asia-)?oidc\\.buddyusercontent\\.com',
  onlyHosts: /^(?:eu-|asia-)?oidc\.buddyusercontent\.com$/,
  shownAt: '',
})
