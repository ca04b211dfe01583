import { expect, test } from 'vitest'
import { handTextOver, takeHandedText } from './doctor-hand-over.ts'
import { signatureLeftOut } from './without-signatures.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = `${part({ alg: 'RS256' })}.${part({ sub: 'repo:contoso/pay-api:environment:prod' })}`

test('a token that is handed over cannot be used any more, and is taken once', () => {
  handTextOver(`AADSTS700213: refused\n${claims}.${'s'.repeat(86)}`)
  expect(takeHandedText()).toBe(`AADSTS700213: refused\n${claims}.${signatureLeftOut}`)
  expect(takeHandedText()).toBeNull()
})
