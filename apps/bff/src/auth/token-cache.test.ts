import { ConfidentialClientApplication } from '@azure/msal-node'
import { expect, test } from 'vitest'
import { startFakeTokenEndpoint } from '../testing/fake-token-endpoint.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { createMsalClientFactory } from './msal-client.ts'
import {
  assertOnlyAccount,
  cachePluginFor,
  ForeignAccountError,
  MemorySlot,
  type TokenCacheSlot,
} from './token-cache-plugin.ts'

const scopes = ['https://management.azure.com/user_impersonation']
const redirectUri = 'http://localhost:4280/auth/callback'

const endpoint = forThisFile(startFakeTokenEndpoint)

const factory = () =>
  createMsalClientFactory({
    clientId: 'portal',
    clientCredential: { kind: 'secret', secret: 'local' },
    entra: endpoint.entra,
  })

async function signIn(person: string): Promise<MemorySlot> {
  const slot = new MemorySlot()
  const client = await factory()(slot)
  await client.acquireTokenByCode({ code: person, scopes, redirectUri })
  return slot
}

async function silentToken(slot: TokenCacheSlot): Promise<string[]> {
  const client = await factory()(slot)
  const accounts = await client.getTokenCache().getAllAccounts()
  const results = await Promise.all(
    accounts.map(async (account) => await client.acquireTokenSilent({ account, scopes })),
  )
  return results.map(({ accessToken }) => accessToken)
}

test('people who sign in one after the other each have only their own tokens', async () => {
  const [ann, bob] = [await signIn('ann'), await signIn('bob')]
  expect(ann.text).not.toContain('bob')
  expect(bob.text).not.toContain('ann')
  assertOnlyAccount(bob.text ?? '', 'bob.tenant-a')
  expect(await silentToken(bob)).toEqual(['access-token-bob'])
  expect(await silentToken(ann)).toEqual(['access-token-ann'])
})

test('people who sign in at the same moment each have only their own tokens', async () => {
  const people = Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, '0')}x`)
  const slots = await Promise.all(people.map(signIn))
  for (const [index, person] of people.entries()) {
    const slot = slots[index] ?? new MemorySlot()
    assertOnlyAccount(slot.text ?? '', `${person}.tenant-a`)
    expect(await silentToken(slot)).toEqual([`access-token-${person}`])
  }
})

test('an empty slot gives nobody, whoever signed in before', async () => {
  await signIn('ann')
  expect(await silentToken(new MemorySlot())).toEqual([])
})

test('a client shared by two people does mix their tokens, and the guard refuses to store that', async () => {
  const slots = new Map<string, MemorySlot>()
  let current = ''
  const bySession: TokenCacheSlot = {
    read: async () => slots.get(current)?.text ?? null,
    write: async (text) => {
      const slot = new MemorySlot()
      slot.text = text
      slots.set(current, slot)
    },
  }
  const shared = new ConfidentialClientApplication({
    auth: {
      clientId: 'portal',
      clientSecret: 'local',
      authority: endpoint.entra.authority,
      knownAuthorities: [new URL(endpoint.entra.authority).host],
      authorityMetadata: JSON.stringify(await endpoint.entra.metadata()),
    },
    cache: { cachePlugin: cachePluginFor(bySession) },
  })
  for (const person of ['ann', 'bob']) {
    current = person
    await shared.acquireTokenByCode({ code: person, scopes, redirectUri })
  }
  const leaked = slots.get('bob')?.text ?? ''
  expect(leaked).toContain('refresh-token-ann')
  expect(() => assertOnlyAccount(leaked, 'bob.tenant-a')).toThrow(ForeignAccountError)
})

test.each(['{}', '{"Account":{}}', '{"AccessToken":{"x":{"home_account_id":"ann.tenant-a"}}}'])(
  'a cache without an entry of the person is refused: %s',
  (text) => {
    expect(() => assertOnlyAccount(text, 'bob.tenant-a')).toThrow(ForeignAccountError)
  },
)
