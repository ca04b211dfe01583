import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { claimsToNote } from './claims-to-note.ts'

const { issuer, subject, audiences } = sampleTrust()
const claims = {
  iss: issuer,
  sub: subject,
  aud: [...audiences, 'api://fabrikam'],
  actor: 'dana',
  jti: 'secret-id',
  job_workflow_ref: 'contoso/pay/.github/workflows/x.yml@refs/heads/main',
}

test('only what the trust stores leaves the browser', () => {
  expect(claimsToNote(claims, sampleTrust())).toEqual({ iss: issuer, sub: subject, aud: audiences })
})

test('of a pattern also the claims that it names, and no others', () => {
  const expression =
    "claims['sub'] matches 'repo:contoso/*' and claims['job_workflow_ref'] matches 'contoso/*'"
  const noted = claimsToNote(claims, sampleTrust({ subject: null, expression }))
  expect(noted?.more).toEqual({ job_workflow_ref: claims.job_workflow_ref })
})

test.each([{ iss: 1 }, { sub: null }, { iss: undefined }])(
  'claims of a wrong type are not sent: %j',
  (change) => {
    expect(claimsToNote({ ...claims, ...change }, sampleTrust())).toBeNull()
  },
)
