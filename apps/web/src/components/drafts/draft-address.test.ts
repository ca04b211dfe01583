import { expect, test } from 'vitest'
import { draftAddress } from './draft-address.ts'

const fresh = { draftId: 'd', runId: null, isBulk: false, step: 'start' } as const

test.each([
  ['nothing was answered yet', fresh, '/new/d/workload'],
  ['a step was reached', { ...fresh, step: 'access' }, '/new/d/access'],
  ['something was begun in Azure', { ...fresh, step: 'review', runId: 'r' }, '/new/d/verify'],
  ['the person looked at the code last', { ...fresh, step: 'connect', runId: 'r' }, '/new/d/connect'],
  ['it is about many', { ...fresh, isBulk: true }, '/new/bulk?draft=d'],
  ['many were begun', { ...fresh, isBulk: true, runId: 'r' }, '/new/bulk/r'],
] as const)('a draft where %s goes on there', (_case, draft, address) => {
  expect(draftAddress(draft)).toBe(address)
})
