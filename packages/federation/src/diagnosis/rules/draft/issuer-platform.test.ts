import { expect, test } from 'vitest'
import { aksIssuer, entraIssuer, rightTrust, saidOf, tenant } from '../../../testing/said.ts'

const eid1 =
  '/eid1/c/pub/t/Ti0cP2tafUyOnwobLD1OXw/a/rISbSSETf0KqFyZ8ppdXmA/sc/6b2f0c1d-8e3a-4f57-9a64-1c2d3e4f5a6b/d41e7a90-2b5c-4c83-8f16-7a9b0c1d2e3f'
const devops = `https://vstoken.dev.azure.com/${tenant}`

test.each([
  [devops, eid1],
  [entraIssuer, 'sc://contoso/shop/production'],
  [rightTrust.issuer, 'system:serviceaccount:shop:api'],
  [aksIssuer, rightTrust.subject],
  ['https://gitlab.com', rightTrust.subject],
  [rightTrust.issuer, 'project_path:contoso/shop:ref_type:branch:ref:main'],
  ['https://oidc.contoso.com', eid1],
  ['https://oidc.contoso.com', 'sc://contoso/shop/production'],
  ['https://ghes.contoso.com', rightTrust.subject],
])('%s does not go with %s', (issuer, subject) => {
  expect(saidOf({ issuer, subject })[0]).toBe('issuer-other-platform')
})

test.each([
  [devops, 'sc://contoso/shop/production'],
  [entraIssuer, eid1],
  ['https://gitlab.contoso.com', 'project_path:contoso/shop:ref_type:branch:ref:main'],
  ['https://tfe.contoso.com', 'organization:contoso:project:shop:workspace:net:run_phase:plan'],
  ['https://oidc.contoso.com', 'system:serviceaccount:shop:api'],
])('%s goes with %s', (issuer, subject) => {
  expect(saidOf({ issuer, subject })).toEqual([])
})
