import { compileTrust, type PresetId, presets, type TrustDraft } from '@trustwright/federation'
import { identityHeader } from '@trustwright/emulator/seed'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Claims, exchange, mint, openAzure } from './azure.ts'
import { makeApplication, makeGroup, makeIdentity, type Parent } from './parents.ts'
import { proofs, unproven, unprovenVariants } from './platforms/all.ts'
import { otherAudience, otherCase, otherIssuer, type Proof, type ProofCase } from './proof.ts'
import { sendOk } from './send.ts'

const seed = 20_261_122
const casesEach = 5
const group = 'rg-proofs'

const azure = await openAzure()
await makeGroup(azure, group)
const counts = new Map<string, number>()

afterAll(async () => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const lines = [...counts].map(([platform, count]) => `  ${String(count).padStart(3)} ${platform}`)
  const missing = [
    ...Object.entries(unproven).map(([preset, why]) => `${preset}: ${why}`),
    ...unprovenVariants.map((variant) => `${variant}: the emulator does not play it`),
  ]
  const without = missing.map((line) => `  not proven: ${line}`)
  process.stdout.write(
    `${total} generated trusts exchanged (seed ${seed}):\n${[...lines, ...without].join('\n')}\n`,
  )
  await azure.close()
})

/** Stores what the preset made of the case on the parent, lets `check` try it, and takes it away again. */
async function withTrusts(
  parent: Parent,
  trusts: readonly TrustDraft[],
  check: () => Promise<void>,
): Promise<void> {
  // Azure refuses two writes at once under one identity.
  for (const trust of trusts) await parent.store(trust)
  try {
    await check()
  } finally {
    for (const trust of trusts) await parent.remove(trust)
  }
}

function compiled({ preset, blockedBy }: Proof, { fields, audience }: ProofCase, claims: Claims) {
  const values = typeof fields === 'function' ? fields(claims) : fields
  const { trusts, warnings } = compileTrust(preset, values, audience === undefined ? {} : { audience })
  const blocks = warnings.filter(({ severity }) => severity === 'block').map(({ code }) => code)
  expect(blocks, JSON.stringify(values)).toEqual(blockedBy === undefined ? [] : [blockedBy])
  return trusts
}

async function prove(proof: Proof, one: ProofCase, parent: Parent): Promise<void> {
  const tokens = await Promise.all(one.jobs.map((job) => mint(azure, proof.platform, job)))
  const trusts = compiled(proof, one, tokens[0]?.claims ?? {})
  expect(trusts).toHaveLength(one.jobs.length)
  await withTrusts(parent, trusts, async () => {
    for (const { token, claims } of tokens) {
      const answer = await exchange(azure, parent.clientId, token)
      expect(answer, JSON.stringify({ trusts, claims })).toBe('signed in')
    }
    const { token, claims } = await mint(azure, proof.platform, one.nearMiss.job)
    const answer = await exchange(azure, parent.clientId, token)
    expect(answer, JSON.stringify({ trusts, claims })).toBe(one.nearMiss.refusal)
  })
}

/** Either kind of parent takes its part of the list, one after another; both work at the same time. */
async function onBothKinds<Item>(
  name: string,
  items: readonly Item[],
  check: (item: Item, parent: Parent) => Promise<void>,
): Promise<void> {
  const parents = [
    await makeIdentity(azure, group, `id-${name}`),
    await makeApplication(azure, `app-${name}`),
  ]
  await Promise.all(
    parents.map(async (parent, at) => {
      const own = items.filter((_, index) => index % parents.length === at)
      for (const item of own) await check(item, parent)
    }),
  )
}

const titled = proofs.map((proof, index) => ({
  ...proof,
  index,
  title: [proof.platform, proof.preset, proof.variant].filter((word) => word !== '').join(', '),
}))

test.concurrent.for(titled)(
  '$title: what the preset makes lets the job in, and no job beside it',
  async (proof) => {
    const cases = fc.sample(proof.cases, { seed: seed + proof.index, numRuns: casesEach })
    await onBothKinds(`proof-${proof.index}`, cases, (one, parent) => prove(proof, one, parent))
    expect(cases).toHaveLength(casesEach)
    const trusts = cases.reduce((sum, { jobs }) => sum + jobs.length, 0)
    counts.set(proof.platform, (counts.get(proof.platform) ?? 0) + trusts)
  },
)

/** Trusts that differ in one character, or in the audience, and what Entra says. */
const almost: readonly (readonly [string, string, (trust: TrustDraft) => TrustDraft])[] = [
  [
    'a slash too many or too few',
    otherIssuer,
    (trust) => ({
      ...trust,
      issuer: trust.issuer.endsWith('/') ? trust.issuer.slice(0, -1) : `${trust.issuer}/`,
    }),
  ],
  [
    'the subject in other capitals',
    otherCase,
    (trust) => ({ ...trust, subject: trust.subject?.toUpperCase() ?? '' }),
  ],
  ['another audience', otherAudience, (trust) => ({ ...trust, audiences: ['api://fabrikam-other'] })],
]

/** One variant of each platform is enough: the comparison is the same. */
const ofPlatforms = titled.filter(
  ({ platform }, index) => titled.findIndex((other) => other.platform === platform) === index,
)

test.concurrent.for(ofPlatforms)('$title: a trust that is almost right lets nobody in', async (proof) => {
  const [one] = fc.sample(proof.cases, { seed, numRuns: 1 })
  const { token, claims } = await mint(azure, proof.platform, one?.jobs[0] ?? {})
  const [right] = one === undefined ? [] : compiled(proof, one, claims)
  if (right === undefined) throw new Error('the preset made no trust')
  const wrongs = almost.map(([what, refusal, change]) => ({ what, refusal, trust: change(right) }))
  const tried = wrongs.filter(
    ({ refusal, trust }) => refusal !== otherCase || trust.subject !== right.subject,
  )
  await onBothKinds(`almost-${proof.index}`, tried, ({ what, refusal, trust }, parent) =>
    withTrusts(parent, [trust], async () => {
      expect(await exchange(azure, parent.clientId, token), what).toBe(refusal)
    }),
  )
})

test('managed-identity: an application lets in the one identity that its trust names', async () => {
  const application = await makeApplication(azure, 'app-of-an-identity')
  const [named, other] = [
    await makeIdentity(azure, group, 'id-named'),
    await makeIdentity(azure, group, 'id-other'),
  ]
  const { trusts } = compileTrust('managed-identity', {
    tenantId: azure.tenantId,
    principalId: named.principalId,
  })
  await withTrusts(application, trusts, async () => {
    expect(await exchange(azure, application.clientId, await tokenOf(named))).toBe('signed in')
    expect(await exchange(azure, application.clientId, await tokenOf(other))).toBe('AADSTS700213')
  })
  counts.set('a managed identity itself', 1)
})

/** As App Service hands it out. https://learn.microsoft.com/azure/app-service/overview-managed-identity */
async function tokenOf({ clientId }: Parent): Promise<string> {
  const query = new URLSearchParams({
    'api-version': '2019-08-01',
    resource: 'api://AzureADTokenExchange',
    client_id: clientId,
  })
  const { access_token: token } = await sendOk<{ access_token: string }>(
    'GET',
    `${azure.browserOrigin}/msi/token?${query.toString()}`,
    { headers: { 'x-identity-header': identityHeader } },
  )
  return token
}

test('every platform that the emulator plays is proven', async () => {
  const { value } = await sendOk<{ value: { id: string }[] }>('GET', `${azure.browserOrigin}/issuers`)
  const platforms = new Set(proofs.map(({ platform }) => platform))
  expect([...platforms].toSorted()).toEqual(value.map(({ id }) => id).toSorted())
})

test('every preset is proven, or says why it cannot be', () => {
  const proven = new Set<PresetId>([...proofs.map(({ preset }) => preset), 'managed-identity'])
  const told = [...proven, ...Object.keys(unproven)]
  expect(told.toSorted()).toEqual(presets.map(({ id }) => id).toSorted())
})

test('there are at least 500 generated cases', () => {
  expect(proofs.length * casesEach).toBeGreaterThanOrEqual(500)
})
