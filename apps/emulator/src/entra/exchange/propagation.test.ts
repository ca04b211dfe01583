import { afterAll, expect, test } from 'vitest'
import { credentialsSeenByExchange, dropCredential, storeCredential } from '../../kernel/credential-writes.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'
import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { automationClient, githubIssuer, sentinels, tokenExchangeAudience } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { assertionType } from '../token/client-authentication.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock, reality: { propagationMs: 60_000 } })
afterAll(() => emulator.close())
const { world } = emulator

function credential(parent: string, subject = 'one'): FederatedCredential {
  return {
    id: `id of ${parent}`,
    parent: { kind: 'managedIdentity', resourceId: parent },
    name: 'one',
    issuer: 'https://issuer.example',
    subject,
    audiences: ['api://AzureADTokenExchange'],
    description: null,
    claimsMatchingExpression: null,
    createdAt: 0,
  }
}

const seen = (parent: string, times: number) =>
  Array.from({ length: times }, () => credentialsSeenByExchange(world, parent).map(({ subject }) => subject))

test('a new credential flaps from the first request on, and an early miss doubles its window', () => {
  storeCredential(world, '/a/one', credential('/a'))
  expect(seen('/a', 4)).toEqual([[], ['one'], [], ['one']])
  clock.advance(60_001)
  expect(seen('/a', 2)).toEqual([[], ['one']])
  clock.advance(60_000)
  expect(seen('/a', 3)).toEqual([['one'], ['one'], ['one']])
})

test('a credential that nobody asked for too early is there after its window', () => {
  storeCredential(world, '/b/one', credential('/b'))
  clock.advance(60_000)
  expect(seen('/b', 2)).toEqual([['one'], ['one']])
})

test('a change and a deletion flap between the old and the new', () => {
  storeCredential(world, '/c/one', credential('/c'))
  clock.advance(60_000)
  storeCredential(world, '/c/one', credential('/c', 'two'))
  expect(seen('/c', 3)).toEqual([['one'], ['two'], ['one']])
  clock.advance(60_000)
  expect(seen('/c', 1)).toEqual([['two']])
  dropCredential(world, '/c/one')
  expect(seen('/c', 3)).toEqual([['two'], [], ['two']])
  clock.advance(60_000)
  expect(seen('/c', 1)).toEqual([[]])
})

test('a change within the window still flaps with what was known before both', () => {
  storeCredential(world, '/d/one', credential('/d'))
  clock.advance(1000)
  storeCredential(world, '/d/one', credential('/d', 'two'))
  expect(seen('/d', 2)).toEqual([[], ['two']])
})

test('an overlooked credential is heard of when it was deleted and made again, not when it is changed', () => {
  const named = { ...credential('/e'), name: sentinels.unheard }
  storeCredential(world, '/e/unheard', named)
  clock.advance(120_000)
  const subjects = () => credentialsSeenByExchange(world, '/e').map(({ subject }) => subject)
  expect(subjects()).toEqual([null])
  storeCredential(world, '/e/unheard', { ...named, subject: 'two' })
  clock.advance(120_000)
  expect(subjects()).toEqual([null])
  dropCredential(world, '/e/unheard')
  storeCredential(world, '/e/unheard', named)
  clock.advance(120_000)
  expect(subjects()).toEqual(['one'])
})

test('the exchange itself answers now one way, now the other', async () => {
  const { clientId, objectId } = automationClient
  storeCredential(world, `${applicationKey(objectId)}/federatedidentitycredentials/one`, {
    ...credential('', 'repo:contoso/pay:environment:prod'),
    parent: { kind: 'application', objectId },
    issuer: githubIssuer,
  })
  const assertion = await world.keys.sign('issuer-github', {
    iss: githubIssuer,
    sub: 'repo:contoso/pay:environment:prod',
    aud: tokenExchangeAudience,
    exp: Math.floor(clock.now() / 1000) + 600,
  })
  const outcomes: unknown[] = []
  for (const attempt of [1, 2, 3]) {
    const { body } = await entraRequests(emulator).token(
      {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: undefined,
        scope: 'https://management.azure.com/.default',
        client_assertion_type: assertionType,
        client_assertion: assertion,
      },
      { 'x-attempt': String(attempt) },
    )
    outcomes.push(body.error_codes ?? 'token')
  }
  expect(outcomes).toEqual([[70025], 'token', [70025]])
})
