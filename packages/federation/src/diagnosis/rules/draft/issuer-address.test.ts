import { expect, test } from 'vitest'
import { offered, rightTrust, saidOf } from '../../../testing/said.ts'

test.each([
  [
    'https://token.actions.githubusercontent.com/.well-known/openid-configuration',
    'issuer-discovery-address',
  ],
  ['http://token.actions.githubusercontent.com', 'issuer-not-an-issuer'],
  ['token.actions.githubusercontent.com', 'issuer-not-an-issuer'],
  ['https:/token.actions.githubusercontent.com', 'issuer-not-an-issuer'],
  ['https://token.actions.githubusercontent.com?a=b', 'issuer-not-an-issuer'],
  ['https://github.com/octo-org/shop', 'issuer-not-an-issuer'],
  ['https://token.action.githubusercontent.com', 'issuer-not-an-issuer'],
  ['https://tokens.actions.githubusercontent.com', 'issuer-not-an-issuer'],
  ['https://gitlab.com/contoso', 'issuer-not-an-issuer'],
  ['https://app.terraform.io/app/contoso', 'issuer-not-an-issuer'],
  ['https://dev.azure.com/contoso', 'issuer-not-an-issuer'],
  ['https://portal.azure.com', 'issuer-not-an-issuer'],
  ['https://shop-dns-1.hcp.eastus.azmk8s.io:443', 'issuer-not-an-issuer'],
  ['https://0123.gr7.eu-west-1.eks.amazonaws.com', 'issuer-not-an-issuer'],
])('%s is no issuer', (issuer, code) => {
  expect(saidOf({ issuer })[0]).toBe(code)
})

test.each([
  ['https://token.actions.githubusercontent.com/octo-org', rightTrust.subject],
  ['https://ghes.contoso.com/_services/token', rightTrust.subject],
  ['https://gitlab.contoso.com/git', 'project_path:contoso/shop:ref_type:branch:ref:main'],
  ['https://app.eu.terraform.io', 'organization:contoso:project:shop:workspace:net:run_phase:plan'],
  ['https://oidc.contoso.com/a/b', 'anything'],
])('%s may be one', (issuer, subject) => {
  expect(saidOf({ issuer, subject })).toEqual([])
})

test.each([
  ['https://github.com/octo-org/shop', rightTrust.issuer],
  ['http://token.actions.githubusercontent.com', rightTrust.issuer],
])('for %s the right address is offered', (issuer, wanted) => {
  expect(offered({ issuer })).toBe(wanted)
})
