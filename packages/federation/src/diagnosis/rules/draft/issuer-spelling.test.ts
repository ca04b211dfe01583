import { expect, test } from 'vitest'
import { aksIssuer, entraIssuer, offered, rightTrust, saidOf } from '../../../testing/said.ts'

test.each([
  [`${rightTrust.issuer}/`, 'issuer-slash', rightTrust.issuer],
  [`${rightTrust.issuer}//`, 'issuer-empty-segment', rightTrust.issuer],
  ['https://Token.actions.githubusercontent.com', 'issuer-case', rightTrust.issuer],
  ['https://ghes.contoso.com/_services/token/', 'issuer-slash', 'https://ghes.contoso.com/_services/token'],
  [aksIssuer.slice(0, -1), 'issuer-slash', aksIssuer],
  [aksIssuer.toUpperCase().replace('HTTPS', 'https'), 'issuer-case', aksIssuer],
  [`${entraIssuer}/`, 'issuer-slash', entraIssuer],
  ['https://gitlab.com/', 'issuer-slash', 'https://gitlab.com'],
  ['https://contoso.eu.auth0.com', 'issuer-slash', 'https://contoso.eu.auth0.com/'],
])('%s is %s', (issuer, code, wanted) => {
  expect(saidOf({ issuer, subject: subjectFor(issuer) })[0]).toBe(code)
  expect(offered({ issuer, subject: subjectFor(issuer) })).toBe(wanted)
})

test.each([
  rightTrust.issuer,
  aksIssuer,
  entraIssuer,
  'https://gitlab.com',
  'https://oidc.contoso.com/',
  'https://oidc.contoso.com/Path',
])('%s is spelled right', (issuer) => {
  expect(saidOf({ issuer, subject: subjectFor(issuer) })).toEqual([])
})

test.each(['https://eastus.oic.prod-aks.azure.com/', 'https://ib.oic.prod-aks.azure.com/a/b'])(
  '%s has not the form of a cluster’s issuer',
  (issuer) => {
    expect(saidOf({ issuer, subject: 'system:serviceaccount:shop:api' })).toContain('issuer-shape')
  },
)

function subjectFor(issuer: string): string {
  if (/aks/i.test(issuer)) return 'system:serviceaccount:shop:api'
  if (issuer.includes('login.')) return '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153'
  if (issuer.includes('gitlab')) return 'project_path:contoso/shop:ref_type:branch:ref:main'
  return /github|_services/i.test(issuer) ? rightTrust.subject : 'workload'
}
