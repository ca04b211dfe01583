import type { PresetId } from '@trustwright/federation'
import * as fc from 'fast-check'
import { nearMissOf, otherCaller, otherSubject, type Proof } from '../proof.ts'
import { digits, freeName, label, letters, lowerGuid, path, slug } from '../texts.ts'

const eid1Callers: readonly { preset: PresetId; appId: string }[] = [
  { preset: 'power-platform', appId: '58e835ab-2e39-46a9-b797-accce6633447' },
  { preset: 'bot-service', appId: '5b404cf4-a79d-4cfe-b866-24bf8e1a4921' },
  { preset: 'copilot-studio', appId: '9d8f559b-5984-46a4-902a-ad4271e83efa' },
]
const eid1 = eid1Callers.map(({ preset, appId }): Proof => ({
  platform: 'microsoft-first-party',
  preset,
  variant: '',
  cases: fc.tuple(lowerGuid, letters).map(([environment, end]) => {
    const job = { appId, tail: `n/plugin/e/${environment}/h/${end}` }
    return {
      fields: (claims) => ({ issuer: String(claims.iss), subject: String(claims.sub) }),
      jobs: [job],
      nearMiss: { job: { ...job, tail: `${job.tail}0` }, refusal: otherCaller },
    }
  }),
}))

const spiffe: Proof = {
  platform: 'spiffe',
  preset: 'spiffe',
  variant: '',
  cases: fc.tuple(label, path).map(([domain, rest]) => {
    const trustDomain = `${domain}.contoso.example`
    const job = { host: 'spire.contoso.example', trustDomain, path: `ns/${rest}` }
    return {
      fields: { issuer: 'https://spire.contoso.example', trustDomain, path: `/ns/${rest}` },
      jobs: [job],
      nearMiss: nearMissOf(job, 'path', 'other'),
    }
  }),
}

const auth0: Proof = {
  platform: 'auth0',
  preset: 'auth0',
  variant: '',
  cases: fc.tuple(fc.constantFrom('eu', 'us'), digits(12)).map(([region, end]) => {
    const job = { tenant: 'contoso', region, clientId: `n5Vq_-${end}` }
    return {
      fields: { domain: `contoso.${region}.auth0.com`, client: job.clientId },
      jobs: [job],
      nearMiss: nearMissOf(job, 'clientId', 'other'),
    }
  }),
}

const okta: Proof = {
  platform: 'okta',
  preset: 'okta',
  variant: '',
  cases: fc.tuple(fc.constantFrom('default', 'ausContoso1'), digits(14)).map(([server, end]) => {
    const job = { organization: 'contoso', server, clientId: `0oaB${end}` }
    return {
      fields: { domain: 'contoso.okta.com', server, client: job.clientId },
      jobs: [job],
      nearMiss: nearMissOf(job, 'clientId', 'other'),
    }
  }),
}

const keycloak: Proof = {
  platform: 'keycloak',
  preset: 'keycloak',
  variant: '',
  cases: fc
    .tuple(fc.constantFrom('contoso', 'Shop_EU'), lowerGuid, lowerGuid)
    .map(([realm, userId, other]) => {
      const job = { host: 'keycloak.contoso.example', realm, userId }
      return {
        fields: { ...job, path: 'plain' },
        jobs: [job],
        nearMiss: { job: { ...job, userId: other }, refusal: otherSubject },
      }
    }),
}

const other: Proof = {
  platform: 'generic',
  preset: 'other-issuer',
  variant: '',
  cases: fc
    .tuple(fc.constantFrom('', '/with-slash/', '/a/b'), freeName, slug, fc.constantFrom('', 'urn:fabrikam:x'))
    .map(([end, name, part, audience]) => {
      const issuer = `https://issuer.contoso.example${end}`
      const job = { issuer, subject: `${part}:${name}`, ...(audience === '' ? {} : { audience }) }
      return {
        fields: { issuer, subject: job.subject, audience },
        jobs: [job],
        nearMiss: nearMissOf(job, 'subject', 'other'),
      }
    }),
}

export const identityProofs: readonly Proof[] = [...eid1, spiffe, auth0, okta, keycloak, other]
