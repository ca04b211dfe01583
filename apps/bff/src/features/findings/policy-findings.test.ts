import { knownFact } from '@trustwright/federation'
import type { FindingPage } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { savePolicies } from '../../testing/save-policies.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'
import { plantInventory } from '../../testing/plant-inventory.ts'

const admin = '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
const ada = forThisFile(() => portal.signedIn('admin'))

const found = async (state: string) => {
  const url = `/api/findings?rule=policy-refuses&state=${state}`
  const { body } = await call<FindingPage>(ada, 'GET', url)
  return body.findings
}
const settled = { timeout: 40_000, interval: 100 }

test('a saved rule shows what it would refuse by itself; an acceptance ends with the rule’s words, and the finding with the rule', async () => {
  const at = new Date(portal.clock.now())
  const { tenantId } = portal.config
  await plantInventory(portal.database, `person:${admin}`, { tenantId, number: 1, at }, [
    {
      name: 'id-shop',
      trusts: [
        { name: 'gh-right', subject: 'repo:octo-org@1/shop@2:environment:production' },
        { name: 'wrong', subject: 'repo:octo-org@1/shop@2:environment:test' },
      ],
      change: { azurePolicies: knownFact([]) },
    },
  ])
  expect((await call(ada, 'POST', '/api/findings/judge')).status).toBe(202)
  await savePolicies(ada, {
    id: 'names',
    title: 'Names of contoso',
    names: ['gh-*'],
    contact: 'platform@contoso.com',
  })
  await expect.poll(() => found('active'), settled).toHaveLength(1)
  const [finding] = await found('active')
  expect(finding).toMatchObject({
    trustName: 'wrong',
    evidence: expect.stringContaining('Names of contoso'),
    fix: { text: expect.stringContaining('platform@contoso.com') },
  })

  const until = new Date(portal.clock.now() + 86_400_000).toISOString()
  const acceptance = { hashes: [finding?.hash], until, reason: 'it is on its way out' }
  expect((await call(ada, 'POST', '/api/findings/accept', acceptance)).status).toBe(200)
  expect([(await found('active')).length, (await found('accepted')).length]).toEqual([0, 1])
  await savePolicies(ada, { id: 'names', title: 'Stricter names of contoso', names: ['gh-shop-*'] })
  await expect
    .poll(async () => (await found('active')).map(({ trustName }) => trustName ?? '').toSorted(), settled)
    .toEqual(['gh-right', 'wrong'])

  await savePolicies(ada)
  await expect.poll(() => found('active'), settled).toEqual([])
  expect((await found('fixed')).map(({ fixedBy }) => fixedBy)).toContain('no-longer-holds')
})
