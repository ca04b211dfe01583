import { definePasted } from './platform/define-pasted.ts'

/** One issuer; subjects are not published. https://edu.chainguard.dev/chainguard/administration/assumable-ids/ */
export const chainguard = definePasted({
  id: 'chainguard',
  title: 'Chainguard',
  summary: 'Subject and issuer are copied from a token',
  category: 'identities',
  docsUrl: 'https://edu.chainguard.dev/chainguard/administration/assumable-ids/',
  factsAsOf: '2026-09-30',
  issuerExample: 'https://issuer.enforce.dev',
  issuers: 'https://issuer\\.enforce\\.dev',
  onlyHosts: /^issuer\.enforce\.dev$/,
  shownAt: '',
})
