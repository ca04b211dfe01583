import { ProofAttempt, type TrustRef } from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as z from 'zod'
import type { ExchangeAnswer } from '../../ports.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, startPortalWorld } from '../../testing/portal-world.ts'

let answers: ExchangeAnswer[] = []
let tokens: string[] = []
const waits: number[] = []
/** What happens during the next wait, and before the next answer. */
const world = forThisFile(() =>
  startPortalWorld({
    overrides: {
      exchange: {
        exchange: async ({ assertion }) => {
          tokens.push(assertion)
          await gate
          return answers.shift() ?? refusal(700213)
        },
      },
      timer: {
        pause: async (ms) => {
          waits.push(ms)
          await meanwhile()
          world.portal.clock.advance(ms)
        },
      },
    },
  }),
)
const dana = forThisFile(() => world.portal.signedIn('developer'))
let meanwhile: () => Promise<unknown> = async () => undefined
let gate: Promise<unknown> = Promise.resolve()

const trust: TrustRef = {
  parent: {
    kind: 'managedIdentity',
    subscriptionId: development,
    resourceGroup: 'rg-pay-dev',
    identityName: 'id-pay-runtime-dev',
  },
  trustName: 'pay-api-pods',
}

function refusal(code: number): ExchangeAnswer {
  const description = `AADSTS${code}: refused. Trace ID: t`
  return {
    accepted: false,
    error: 'invalid_client',
    description,
    codes: [code],
    traceId: 't',
    correlationId: 'c',
    timestamp: null,
  }
}

const success = (): ExchangeAnswer => ({ accepted: true, accessEndsAt: new Date(Date.now() + 3_600_000) })

async function mint(fields: object = {}): Promise<string> {
  const answer = await fetch(`${world.emulator.browserOrigin}/issuers/cluster/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ namespace: 'pay-dev', serviceAccount: 'pay-api', ...fields }),
  })
  return z.object({ token: z.string() }).parse(await answer.json()).token
}

async function attempt(token: string, wanted: ExchangeAnswer[]): Promise<ProofAttempt[]> {
  ;[answers, tokens] = [wanted, []]
  waits.length = 0
  const { body } = await dana.inject({
    method: 'POST',
    url: '/api/proofs/attempts',
    payload: { ...trust, token },
  })
  return [...body.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => ProofAttempt.parse(JSON.parse(data)))
}

test('a fresh trust is tried again with longer waits, until Entra takes the token', async () => {
  const token = await mint()
  const events = await attempt(token, [refusal(70021), refusal(700213), refusal(70021), success()])
  expect(events.map(({ state, tries }) => [state, tries])).toEqual([
    ['trying', 0],
    ['waiting', 1],
    ['trying', 1],
    ['waiting', 2],
    ['trying', 2],
    ['waiting', 3],
    ['trying', 3],
    ['ended', 4],
  ])
  expect(events.at(-1)).toMatchObject({
    end: 'accepted',
    proof: { outcome: 'accepted', provesThisTrust: true },
  })
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(120_000, -3)
  expect(Math.max(...waits)).toBeLessThanOrEqual(15_000)
  expect(new Set(tokens)).toEqual(new Set([token]))
})

test('a refusal that waiting cannot mend ends it at once', async () => {
  const events = await attempt(await mint(), [refusal(700024)])
  expect(events.at(-1)).toMatchObject({ state: 'ended', tries: 1, end: 'refused' })
  expect(waits).toEqual([])
})

test('a token that differs from the trust is tried once, though its code may mean a delay', async () => {
  const events = await attempt(await mint({ serviceAccount: 'stranger' }), [refusal(700213)])
  expect(events.at(-1)).toMatchObject({
    tries: 1,
    end: 'refused',
    proof: { error: { mayStillSpread: true } },
  })
})

test('it ends with the token', async () => {
  const ahead = Math.round((world.portal.clock.now() - Date.now()) / 1000)
  const events = await attempt(await mint({ expiresInSeconds: ahead + 70 }), [])
  expect(events.at(-1)).toMatchObject({ state: 'ended', tries: 3, end: 'token-ends' })
})

test('it ends after ten minutes', async () => {
  const events = await attempt(await mint({ expiresInSeconds: 36_000 }), [])
  expect(events.at(-1)).toMatchObject({ state: 'ended', end: 'ten-minutes' })
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(600_000)
})

test.each(['abc', 'e30.e30.', 'not.json.here'])('what is no token begins no stream: %s', async (token) => {
  const { status, body } = await call(dana, 'POST', '/api/proofs/attempts', { ...trust, token })
  expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
  expect(tokens).not.toContain(token)
})

test('a trust that is not shown to the person begins no stream', async () => {
  const unknown = { ...trust, trustName: 'no-such-trust', token: await mint() }
  const { body } = await call(dana, 'POST', '/api/proofs/attempts', unknown)
  expect(body.code).toBe('NOT_FOUND')
})

test('a session that ends in the middle ends the tries: Entra is not asked again for a person who left', async () => {
  const [token, leaving] = [await mint(), await world.portal.signedIn('developer')]
  meanwhile = () => leaving.inject({ method: 'POST', url: '/api/sign-out' })
  ;[answers, tokens] = [[], []]
  const payload = { ...trust, token }
  const { body } = await leaving.inject({ method: 'POST', url: '/api/proofs/attempts', payload })
  meanwhile = async () => undefined
  expect(tokens).toHaveLength(1)
  expect(body).toContain('"code":"SESSION_ENDED"')
  expect(body).toContain('"end":"failed"')
})

test('of ten at once six are served, and each ends for the next one', async () => {
  const token = await mint()
  let open: () => void = () => undefined
  gate = new Promise<void>((resolve) => (open = resolve))
  ;[answers, tokens] = [Array.from({ length: 10 }, () => refusal(700024)), []]
  const one = () => dana.inject({ method: 'POST', url: '/api/proofs/attempts', payload: { ...trust, token } })
  const running = Array.from({ length: 10 }, async () => {
    const { statusCode } = await one()
    return statusCode
  })
  await expect.poll(() => tokens.length, { timeout: 40_000 }).toBe(6)
  open()
  const statuses = await Promise.all(running)
  expect(tokens).toHaveLength(6)
  expect(statuses.filter((status) => status === 200)).toHaveLength(6)
  expect(statuses.filter((status) => status === 429)).toHaveLength(4)
  expect((await one()).statusCode).toBe(200)
})

test('each try is in the audit trail, and the token nowhere', async () => {
  const token = await mint()
  await attempt(token, [refusal(70021), success()])
  const { rows } = await world.portal.database.execute(
    sql`select * from activity_event where operation = 'trust.prove' order by sequence desc limit 2`,
  )
  expect(rows.map((row) => row['outcome'])).toEqual(['succeeded', 'refused'])
  const stored = await world.portal.database.execute(sql`select * from activity_event, trust_proof`)
  for (const part of token.split('.').slice(1)) expect(JSON.stringify(stored.rows)).not.toContain(part)
})
