import {
  ConfidentialClientApplication,
  DistributedCachePlugin,
  type ICacheClient,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node'
import { createLocalJWKSet } from 'jose'
import { expect, test } from 'vitest'
import type { Caller } from '../../ports.ts'
import { exchangedFor } from '../../testing/exchanged-token.ts'
import { bearerId } from '../../sessions/bearer-id.ts'
import { createMsalClientFactory } from '../msal-client.ts'
import { assertOnlyAccount, ForeignAccountError, MemorySlot } from '../token-cache-plugin.ts'
import { createTokenSource } from '../token-source.ts'
import { createGrantTokens } from './grant-tokens.ts'

const tenantId = 'tenant-a'
const clientId = 'portal'
const authority = 'https://login.contoso.example/tenant-a'
const issuer = `${authority}/v2.0`
const armScope = 'https://management.azure.com/user_impersonation'
const redirectUri = 'http://localhost:4280/auth/callback'
const metadata = {
  issuer,
  authorization_endpoint: `${authority}/authorize`,
  token_endpoint: `${authority}/token`,
  jwks_uri: `${authority}/keys`,
  end_session_endpoint: `${authority}/logout`,
}
const entra = { authority, metadata: async () => metadata, findKey: createLocalJWKSet({ keys: [] }) }

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const assertionOf = (person: string) => `x.${base64({ oid: person, tid: tenantId, exp: 4e9 })}.x`

let turn = 0
/** Answers come in another order than the requests. */
async function inDisorder(): Promise<void> {
  turn = (turn * 7 + 3) % 11
  for (let each = 0; each < turn; each += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** The edge of the network: a code and a refresh token name their person, as an assertion does. */
const network: INetworkModule = {
  sendGetRequestAsync: () => Promise.reject(new Error('nothing is read')),
  sendPostRequestAsync: post,
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- MSAL's own interface: it names the type of the answer
async function post<T>(_: string, { body = '' }: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
  await inDisorder()
  const form = new URLSearchParams(body)
  const person = form.get('code') ?? form.get('refresh_token')?.split('-')[2]
  if (person !== undefined) form.set('assertion', assertionOf(person))
  // MSAL checks the fields that it uses.
  return { status: 200, headers: {}, body: exchangedFor(form, { issuer, clientId }) as T }
}

const secret = { kind: 'secret', secret: 'local' } as const
const msal = createMsalClientFactory({ clientId, clientCredential: secret, entra, network })
const callerOf = (sessionId: string, person: string): Caller => ({
  sessionId,
  objectId: person,
  tenantId,
  username: person,
})

/** What the database keeps, read and written late. */
function store() {
  const rows = new Map<string, { text: string | null; version: number; person: string }>()
  const write = async (id: string, text: string, version: number): Promise<boolean> => {
    await inDisorder()
    const row = rows.get(id)
    if (row?.version !== version) return false
    rows.set(id, { ...row, text, version: version + 1 })
    return true
  }
  const read = async (id: string) => {
    await inDisorder()
    const row = rows.get(id)
    if (row === undefined) throw new Error(`there is no ${id}`)
    const { text, version, person } = row
    return { text, version, person, homeAccountId: `${person}.${tenantId}` }
  }
  return { rows, read, write }
}

test('control: a client shared by two people, with the plugin that comes with MSAL, gives one the token of the other', async () => {
  const kept = new Map<string, string>()
  const client: ICacheClient = {
    get: async (key) => {
      await inDisorder()
      return kept.get(key) ?? ''
    },
    set: async (key, value) => {
      kept.set(key, value)
      return value
    },
  }
  let current = ''
  const partitions = { getKey: async () => current, extractKey: async () => current }
  const shared = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret: 'local',
      authority,
      knownAuthorities: [new URL(authority).host],
      authorityMetadata: JSON.stringify(metadata),
    },
    cache: { cachePlugin: new DistributedCachePlugin(client, partitions) },
    system: { networkClient: network },
  })
  for (const person of ['ann', 'bob']) {
    current = person
    await shared.acquireTokenOnBehalfOf({ oboAssertion: assertionOf(person), scopes: [armScope] })
  }
  expect(() => assertOnlyAccount(kept.get('bob') ?? '', `bob.${tenantId}`)).toThrow(ForeignAccountError)
  const reached = await Promise.all(
    (await shared.getTokenCache().getAllAccounts()).map((account) =>
      shared.acquireTokenSilent({ account, scopes: [armScope] }),
    ),
  )
  expect(reached.map(({ accessToken }) => accessToken).join()).toContain('access-of-ann')
})

test('ours: over ten thousand sign-ins, silent calls and calls on behalf, all at once, nobody gets a token of another', async () => {
  const calls = 10_000
  const people = Array.from({ length: 50 }, (_, index) => `p${String(index).padStart(2, '0')}`)
  const sessions = store()
  const grants = store()
  const cookie = createTokenSource({
    sessions: {
      readTokenCache: async (id) => {
        const row = await sessions.read(id)
        return { ...row, text: row.text ?? '', stale: false }
      },
      writeTokenCache: sessions.write,
      rememberStepUp: () => Promise.reject(new Error('nobody asks for a step-up')),
      end: () => Promise.reject(new Error('no session ends')),
    },
    msal,
    armScope,
    graphScope: 'https://graph.microsoft.com/.default',
  })
  const bearer = createGrantTokens({
    grants: {
      read: async ({ sessionId }) => {
        const { text, person, ...row } = await grants.read(sessionId)
        return { ...row, tokenCache: text, assertion: assertionOf(person) }
      },
      writeTokenCache: ({ sessionId }, text, version) => grants.write(sessionId, text, version),
      rememberStepUp: () => Promise.reject(new Error('nobody asks for a step-up')),
      end: () => Promise.reject(new Error('no grant ends')),
    },
    msal,
    clientId,
    armScope,
    graphScope: 'https://graph.microsoft.com/.default',
  })
  const idOf = (person: string) => bearerId(assertionOf(person))
  for (const person of people) grants.rows.set(idOf(person), { text: null, version: 0, person })

  async function signIn(person: string): Promise<string> {
    const slot = new MemorySlot()
    const { accessToken } = await (
      await msal(slot)
    ).acquireTokenByCode({ code: person, scopes: [armScope], redirectUri })
    sessions.rows.set(person, { text: slot.text, version: 0, person })
    return accessToken
  }
  await Promise.all(people.map(signIn))

  const wrong: string[] = []
  async function one(number: number): Promise<void> {
    const person = people[(number * 17) % people.length] ?? ''
    const forceRefresh = number % 5 === 0
    const kinds = [
      () => signIn(person),
      async () => (await cookie.armToken(callerOf(person, person), { forceRefresh })).token,
      async () => (await bearer.armToken(callerOf(idOf(person), person), { forceRefresh })).token,
    ]
    const token = (await kinds[number % 3]?.()) ?? ''
    if (!token.startsWith(`access-of-${person}-`)) wrong.push(`${person} got ${token}`)
  }
  const numbers = Array.from({ length: calls }, (_, index) => index)
  const workers = Array.from({ length: 64 }, async () => {
    for (let next = numbers.pop(); next !== undefined; next = numbers.pop()) await one(next)
  })
  await Promise.all(workers)
  expect(wrong).toEqual([])
  for (const { text, person } of [...sessions.rows.values(), ...grants.rows.values()]) {
    assertOnlyAccount(text ?? '', `${person}.${tenantId}`)
  }
  expect(grants.rows.size + sessions.rows.size).toBe(2 * people.length)
}, 120_000)
