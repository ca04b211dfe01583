import { expect, test } from 'vitest'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

const refused = { upstream: { status: 405, code: 'MethodNotAllowed' } }

test.each([
  [{ region: 'newzealandnorth' }],
  [{ region: 'Malaysia South' }],
  [{ region: 'italynorth' }],
  [{ region: 'italynorth', ...refused }],
  [{ region: 'marsnorth', ...refused }],
  [{ region: 'westeurope', regionsWithoutSupport: ['westeurope'] }],
])('%j takes no trusts', (context) => {
  expect(saidOfWrite(context)).toEqual(['region-unsupported'])
})

test.each([[{ region: 'westeurope' }], [{ region: 'newzealandnorth', regionsWithoutSupport: [] }]])(
  '%j takes them',
  (context) => {
    expect(saidOfWrite(context)).toEqual([])
  },
)

test('applications live in no region', () => {
  expect(saidOfWrite({ region: 'newzealandnorth' }, { parentKind: 'application' })).toEqual([])
})
