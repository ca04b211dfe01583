import { known, unknown } from '../facts/fact.ts'
import type { ClaimsMaker } from './planted.ts'

const tenant = '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f'
const published = { probe: known({ status: 200, document: {}, keyFacts: [] }) }
const aks = (n: number, end = '/') =>
  `https://westeurope.oic.prod-aks.azure.com/${tenant}/7c0de1a2-4b5f-4d6e-8a91-${String(n).padStart(12, '0')}${end}`
const account = (n: number) => `system:serviceaccount:shop:api-${n}`

export const rightOfOthers: readonly [ClaimsMaker, ...ClaimsMaker[]] = [
  (n) => ({ issuer: aks(n), subject: account(n), ...published }),
  (n) => ({ issuer: 'https://gitlab.com', subject: `project_id:${n}:ref_type:branch:ref:main` }),
]

export const wrongOfOthers: readonly [ClaimsMaker, ...ClaimsMaker[]] = [
  (n) => ({ issuer: aks(n), subject: account(n), probe: known({ status: 404 }), wrong: ['dangling-issuer'] }),
  (n) => ({
    issuer: aks(n),
    subject: account(n),
    probe: known({ error: 'timeout' }),
    gaps: [['dangling-issuer', 'failed']],
  }),
  (n) => ({
    issuer: 'https://gitlab.com',
    subject: `project_path:contoso/api-${n}:ref_type:branch:ref:main`,
    wrong: ['mutable-subject'],
  }),
  (n) => ({
    issuer: `https://idp-${n}.fabrikam.com`,
    subject: `service-${n}`,
    ...published,
    isOfNobody: true,
  }),
  (n) => ({
    issuer: `https://idp-${n}.fabrikam.com`,
    subject: `service-${n}`,
    isOfNobody: true,
    gaps: [['dangling-issuer', 'not-read']],
  }),
  (n) => ({
    issuer: `https://idp-${n}.octo-org.com`,
    subject: `service-${n}`,
    probe: known({ error: 'dns' }),
    wrong: ['dangling-issuer'],
  }),
  (n) => ({
    issuer: `https://idp-${n}.contoso.local`,
    subject: `service-${n}`,
    probe: unknown('failed'),
    wrong: ['issuer-not-public'],
    gaps: [['dangling-issuer', 'failed']],
  }),
  (n) => ({
    issuer: `http://idp-${n}.contoso.com`,
    subject: `service-${n}`,
    ...published,
    wrong: ['issuer-not-public'],
  }),
  (n) => ({
    issuer: aks(n),
    subject: account(n),
    probe: known({ status: 200, document: {}, keyFacts: [{ kid: `key-${n}`, private: true }] }),
    wrong: ['key-exposed'],
  }),
  (n) => ({
    issuer: aks(n),
    subject: account(n),
    probe: known({ status: 200, document: {} }),
    gaps: [['key-exposed', 'failed']],
  }),
  (n) => ({
    issuer: aks(n),
    subject: account(n),
    ...published,
    audiences: ['api://AzureADTokenExchangeChina'],
    wrong: ['unusual-audience'],
  }),
  (n) => ({
    issuer: aks(n),
    subject: `system:serviceaccount:tmp:api-${n}`,
    ...published,
    wrong: ['policy-refuses'],
  }),
  (n) => ({
    issuer: `https://ib.oic.prod-aks.azure.com/${tenant}/${n}`,
    subject: account(n),
    ...published,
    name: 'aks-identity-binding',
    audiences: ['api://AKSIdentityBinding'],
    wrong: ['aks-managed'],
  }),
]

export const deadOfOthers: readonly [ClaimsMaker, ...ClaimsMaker[]] = [
  (n) => ({ issuer: aks(n, ''), subject: account(n), ...published }),
  (n) => ({ issuer: aks(n), subject: `system:serviceaccount:api-${n}`, ...published }),
  (n) => ({ issuer: aks(n), subject: `system:serviceaccount:shop:Api-${n}`, ...published }),
  (n) => ({ issuer: 'https://gitlab.com/', subject: `project_id:${n}:ref_type:branch:ref:main` }),
]
