import { expect, test } from 'vitest'
import { entraIssuer, offered, saidOf, tenant } from '../../../testing/said.ts'

const encoded = 'Ti0cP2tafUyOnwobLD1OXw'
const tail = `a/9ExAW52n_ky4ZiS_jhpJIQ/${tenant}`
const devops = `https://vstoken.dev.azure.com/${tenant}`

test('a GUID in the place of its encoded form is told, and the encoded one offered', () => {
  const change = { issuer: entraIssuer, subject: `/eid1/c/pub/t/${tenant}/${tail}` }
  expect(saidOf(change)).toContain('eid1-encoding')
  expect(offered(change)).toBe(`/eid1/c/pub/t/${encoded}/${tail}`)
})

test.each([
  [{ issuer: entraIssuer, subject: '/eid1/c/pub/t/short/a/b' }, {}, 'eid1-form'],
  [
    { issuer: entraIssuer, subject: `/eid1/c/pub/t/${encoded}/${tail}` },
    { tenantId: '11111111-2222-3333-4444-555555555555' },
    'eid1-other-tenant',
  ],
  [{ issuer: devops, subject: 'sc://contoso/shop' }, {}, 'generated-differs'],
  [{ issuer: devops, subject: 'sc://contoso/my%20shop/prod' }, {}, 'generated-differs'],
  [
    { issuer: devops, subject: 'sc://contoso/shop/prod' },
    known('sc://fabrikam/shop/prod'),
    'connection-renamed',
  ],
  [{ issuer: devops, subject: 'sc://contoso/shop/prod' }, known('sc://contoso/Shop/prod'), 'subject-case'],
  [
    { issuer: devops, subject: 'sc://contoso/shop/prod' },
    known(`/eid1/c/pub/t/${encoded}/${tail}`),
    'connection-differs',
  ],
  [
    { issuer: devops, subject: 'sc://contoso/shop/prod' },
    { facts: { azureDevOps: { issuer: entraIssuer } } },
    'issuer-differs',
  ],
])('%j with %j is told', (change, context, code) => {
  expect(saidOf(change, context)).toContain(code)
})

test.each([
  [{ issuer: entraIssuer, subject: `/eid1/c/pub/t/${encoded}/${tail}` }, { tenantId: tenant }],
  [
    { issuer: devops, subject: 'sc://contoso/my shop/prod' },
    { facts: { azureDevOps: { issuer: devops, subject: 'sc://contoso/my shop/prod' } } },
  ],
])('%j with %j is right', (change, context) => {
  expect(saidOf(change, context)).toEqual([])
})

function known(subject: string) {
  return { facts: { azureDevOps: { issuer: devops, subject } } }
}
