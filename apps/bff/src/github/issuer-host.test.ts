import { expect, test } from 'vitest'
import { issuerHostOf } from './issuer-host.ts'

test.each([
  ['https://api.github.com', 'token.actions.githubusercontent.com'],
  ['https://localhost:4282/github', 'token.actions.githubusercontent.com'],
  ['https://github.contoso.com/api/v3', 'github.contoso.com'],
  ['https://api.contoso.ghe.com', 'token.actions.contoso.ghe.com'],
  ['https://api.contoso.ghe.com.fabrikam.com', 'token.actions.githubusercontent.com'],
])('the repositories behind %s stand in subjects of %s', (apiUrl, host) => {
  expect(issuerHostOf(apiUrl)).toBe(host)
})
