import { expect, test } from 'vitest'
import { ActivitySearch } from '../../search.ts'
import { filterOfSearch, narrowedBy } from './activity-address.ts'

test('without anything in the address it is the person’s own actions, narrowed by nothing', () => {
  expect(filterOfSearch({})).toEqual({ of: 'mine' })
  expect(narrowedBy(filterOfSearch({}))).toBe(0)
})

test('both days belong to it', () => {
  expect(filterOfSearch({ from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
    from: '2026-11-01T00:00:00Z',
    to: '2026-12-01T00:00:00.000Z',
  })
})

test.each([
  ['trust.create,trust.delete', 'trust.create,trust.delete'],
  ['trust.create,nonsense', 'trust.create'],
  ['nonsense', undefined],
])('of the operations %s it asks for %s', (operation, asked) => {
  expect(filterOfSearch({ operation }).operation).toBe(asked)
})

test.each([{ from: 'yesterday' }, { to: '2026-02-30' }, { outcome: 'good' }, { of: 'them' }])(
  'the address %j is taken without the part that is none',
  (search) => {
    expect(filterOfSearch(ActivitySearch.parse(search))).toEqual({ of: 'mine' })
  },
)
