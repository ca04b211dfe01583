import { expect, test } from 'vitest'
import { exportTrust } from '../index.ts'
import { app, context, nastySubjects, withSubject } from '../testing/export-context.ts'

/** The JSON of the first request, up to the next separator. */
function bodyOf(text: string): unknown {
  return JSON.parse(text.slice(text.indexOf('\n{'), text.indexOf('\n\n### Read back')))
}

test.each(nastySubjects)('the request to an identity carries the subject %j', (subject) => {
  const { text } = exportTrust('http', withSubject(subject))
  const { issuer, audiences } = context.trust
  expect(bodyOf(text)).toEqual({ properties: { issuer, subject, audiences } })
  expect(text.match(/\{\{(?!token\}\}\n)/g)).toBeNull()
})

test('the trust of an application is made or changed by its name, then read back', () => {
  expect(exportTrust('http', { ...app, cloud: 'usgov' }).text)
    .toBe(`# az account get-access-token --resource https://graph.microsoft.us --query accessToken --output tsv
@token = <access-token>

### Store
PATCH https://graph.microsoft.us/v1.0/applications(appId='app-1')/federatedIdentityCredentials(name='gh-pay-api-production') HTTP/1.1
Authorization: Bearer {{token}}
Content-Type: application/json
Prefer: create-if-missing

{
  "issuer": "https://token.actions.githubusercontent.com",
  "subject": "repo:contoso/pay-api:environment:production",
  "audiences": [
    "api://AzureADTokenExchange"
  ]
}

### Read back
GET https://graph.microsoft.us/v1.0/applications(appId='app-1')/federatedIdentityCredentials(name='gh-pay-api-production') HTTP/1.1
Authorization: Bearer {{token}}
`)
})

test('a name that an address could misread is encoded', () => {
  const trust = { ...context.trust, name: 'a/b?c' }
  expect(exportTrust('http', { ...context, trust }).text).toContain('/a%2Fb%3Fc?api-version=')
  expect(exportTrust('http', { ...app, trust }).text).toContain("(name='a%2Fb%3Fc') HTTP/1.1")
})
