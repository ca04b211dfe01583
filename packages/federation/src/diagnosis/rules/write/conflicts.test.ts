import { expect, test } from 'vitest'
import { rightTrust } from '../../../testing/said.ts'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

test.each([
  [{ concurrentWrites: [{ ...rightTrust, name: 'other' }] }, 'concurrent-writes'],
  [{ existingCount: 20 }, 'limit-reached'],
  [{ existingCount: 15, plannedWrites: 6 }, 'limit-reached'],
  [{ siblings: [{ ...rightTrust, name: 'other' }] }, 'claims-taken'],
])('%j is in the way', (context, code) => {
  expect(saidOfWrite(context)).toEqual([code])
})

test.each([{ existingCount: 19 }, { existingCount: 14, plannedWrites: 6 }, { concurrentWrites: [] }])(
  '%j is not',
  (context) => {
    expect(saidOfWrite(context)).toEqual([])
  },
)

test('applications take writes side by side', () => {
  expect(saidOfWrite({ concurrentWrites: [{ name: 'other' }] }, { parentKind: 'application' })).toEqual([])
})

test('an update needs no further place', () => {
  expect(saidOfWrite({ existingCount: 20, siblings: [rightTrust] }, { operation: 'update' })).toEqual([])
})
