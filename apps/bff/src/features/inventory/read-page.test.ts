import { expect, test } from 'vitest'
import { inventoryStore } from '../../testing/inventory-store.ts'
import { manyParents, storedParent, storedTrust } from '../../testing/inventory-rows.ts'
import { formatPlace, parsePlace } from './read-place.ts'
import { readPage } from './read-page.ts'

const store = inventoryStore()
const { owner } = store

/** A reader that keeps what it is told. */
function reader() {
  const held = new Map<string, number>()
  let after = ''
  return {
    held,
    async next(limit: number): Promise<boolean> {
      const page = await readPage(store.db(), { owner, after, limit })
      for (const { gone, kind, key, revision } of page.changes) {
        if (gone) held.delete(`${kind} ${key}`)
        else held.set(`${kind} ${key}`, revision)
      }
      after = page.nextAfter
      return page.hasMore
    },
  }
}

async function readToEnd(from = reader(), limit = 7): Promise<ReadonlyMap<string, number>> {
  while (await from.next(limit));
  return from.held
}

test.each([1, 7, 90, 1000])(
  'pages of %i name each parent before its trusts, and miss nothing',
  async (limit) => {
    await store.snapshotOf({ parents: manyParents(30, 2) })
    const names = new Set<string>()
    const early: string[] = []
    let rows = 0
    for (let after = '', hasMore = true; hasMore;) {
      const page = await readPage(store.db(), { owner, after, limit })
      for (const { kind, key, parentKey } of page.changes) {
        if (kind === 'trust' && !names.has(parentKey)) early.push(key)
        names.add(key)
        rows += 1
      }
      ;({ nextAfter: after, hasMore } = page)
    }
    expect([rows, names.size, early]).toEqual([90, 90, []])
  },
)

test('whoever reads while runs change what stands has at the end what everybody has', async () => {
  const all = manyParents(30, 3)
  await store.snapshotOf({ parents: all })
  const slow = reader()
  for (let round = 1; round <= 8; round += 1) {
    expect(await slow.next(9)).toBe(true)
    // One more is gone at both ends, one is changed in all of its values, and one is new.
    const standing = all.slice(round, all.length - round)
    const changed = standing.map(({ parent, trusts }, index) =>
      index % 5 === 0 ? { parent, trusts: trusts.slice(1) } : { parent, trusts },
    )
    const fresh = storedParent(round % 2 === 0 ? 500 + round : round - 100)
    await store.snapshotOf({ parents: [...changed, { parent: fresh, trusts: [storedTrust(fresh, 1)] }] })
  }
  const late = await readToEnd(slow)
  const now = await readToEnd(reader(), 1000)
  expect(now.size).toBeGreaterThan(30)
  expect(Object.fromEntries(late)).toEqual(Object.fromEntries(now))
})

test.each(['-1', '1.', '1.trust', '1.trust.a', '1.role.YQ.YQ', '1.trust.AA.YQ', '1 or 1=1', '9'.repeat(16)])(
  'a place that was never named is refused: %s',
  (after) => {
    expect(() => parsePlace(after)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  },
)

test.each([null, { kind: 'trust', parentKey: '/a b/ü', key: '/a b/ü/x.y' } as const])(
  'a place is read as it was written: %o',
  (past) => {
    expect(parsePlace(formatPlace({ revision: 7, past }))).toEqual({ revision: 7, past })
  },
)
