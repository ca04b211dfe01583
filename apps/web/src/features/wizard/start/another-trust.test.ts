import { expect, test } from 'vitest'
import { sampleTrust } from '../../../components/testing/sample-trust.ts'
import { anotherTrustAddress } from './another-trust.ts'
import { wizardPrefill } from './wizard-prefill.ts'

const github = 'https://token.actions.githubusercontent.com'

function prefilled(issuer: string, subject: string) {
  const address = anotherTrustAddress(sampleTrust({ issuer, subject }), 'public')
  if (address === null) return null
  const search = Object.fromEntries(new URL(address, 'https://x.example').searchParams)
  return wizardPrefill(search, 'public')
}

test('another one for the workload keeps the repository and the identity, and asks anew what may run', () => {
  const draft = prefilled(github, 'repo:contoso/pay-api:environment:prod')
  expect(JSON.stringify(draft)).toContain('pay-api')
  expect(JSON.stringify(draft)).not.toContain('"environment":"prod"')
  expect(JSON.stringify(draft)).toContain('"existing"')
})

test('numbers in the subject are kept, so that nobody types them twice', () => {
  const draft = prefilled(github, 'repo:contoso@5544123/pay-api@821093847:ref:refs/heads/main')
  expect(JSON.stringify(draft)).toContain('821093847')
})

test('a workload that is not understood is not offered again', () => {
  expect(prefilled('https://issuer.example', 'something')).toBeNull()
})
