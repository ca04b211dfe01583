import type { TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import type { KnownIdentity } from './fresh-trusts.ts'
import { lookUntilSure, withoutGone, type Look } from './look-until-sure.ts'
import { rankParents } from './rank-parents.ts'

const place = { subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501', resourceGroup: 'rg-pay' }
const listed = Array.from({ length: 12 }, (_, index): KnownIdentity => {
  return { ...place, identityName: `id-${index + 10}`, location: 'westeurope', supportsTrusts: true }
})

async function offered(answer: (name: string) => Look['trusts'], first: readonly TrustParent[] = []) {
  const asked: string[] = []
  const { found } = await lookUntilSure({
    first,
    offer: (looks) => ({
      rows: [],
      found: rankParents({
        identities: withoutGone(listed, looks),
        rows: [],
        workload: '',
        workloadOf: () => '',
        needed: 1,
      }),
    }),
    look: (parent) => {
      const name = parent.kind === 'application' ? parent.appId : parent.identityName
      asked.push(name)
      return Promise.resolve({ parent, trusts: answer(name) })
    },
  })
  return { names: found.map(({ name }) => name), asked }
}

test('an identity that Azure does not have any more is not offered, nor is one that would take its place', async () => {
  const deleted = ['id-10', 'id-12', 'id-14']
  const { names } = await offered((name) => (deleted.includes(name) ? 'gone' : []))
  expect(names).toEqual(['id-11', 'id-13', 'id-15', 'id-16'])
})

test('one that cannot be read just now stays', async () => {
  expect((await offered(() => 'unread')).names).toEqual(['id-10', 'id-11', 'id-12', 'id-13'])
})

test('each is looked at once, and a tenant full of deleted ones is not read to its end', async () => {
  const { names, asked } = await offered(
    () => [],
    [{ kind: 'managedIdentity', ...place, identityName: 'id-10' }],
  )
  expect(asked.toSorted()).toEqual(names)
  expect(new Set((await offered(() => 'gone')).asked).size).toBeLessThanOrEqual(16)
})
