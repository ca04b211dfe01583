import { definePasted } from './platform/define-pasted.ts'

/** PingOne and PingFederate differ in both values. https://docs.pingidentity.com/ */
export const ping = definePasted({
  id: 'ping',
  title: 'Ping Identity',
  summary: 'A client of PingOne or PingFederate',
  category: 'identities',
  docsUrl: 'https://docs.pingidentity.com/',
  factsAsOf: '2026-09-30',
  issuerExample: 'https://auth.pingone.eu/11111111-2222-3333-4444-555555555555/as',
  issuers: 'https://auth\\.pingone\\.[a-z.]+/.+',
  shownAt: ' of the client',
})
