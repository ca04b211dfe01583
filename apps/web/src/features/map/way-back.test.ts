import { expect, test } from 'vitest'
import { toTrustRow } from '../../components/inventory/trust-row.ts'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { focusOf, rowsThrough } from './model/focus.ts'
import { indexMap } from './model/map-index.ts'
import { mapRow, names } from './testing/map-rows.ts'
import { wayBack } from './way-back.ts'

const trusts = ['gh-pay-prod', 'gh-pay-two', 'gh-pay-main'].map((name) => {
  const before = sampleTrust()
  const resourceId = before.resourceId.replace(before.name, name)
  const trust = sampleTrust({ name, resourceId })
  const key = resourceId.toLowerCase()
  return toTrustRow({
    revision: 1,
    key,
    parentKey: '',
    readAt: '2026-11-20T10:00:00Z',
    trust,
    subscriptionName: '',
    location: '',
  })
})
const [first, , last] = trusts
const facts = trusts.map(({ trustKey: key }, at) =>
  // The first two let the same workload in.
  mapRow(at === 2 ? { key, storedSubject: 'main', subject: 'contoso/pay-api · branch main' } : { key }),
)
const index = indexMap(facts, names)

function backFrom(id: string | undefined) {
  const focus = focusOf(index, id)
  const all = facts.map((_, at) => at)
  const way = wayBack({ rows: trusts }, { focus, index, rows: rowsThrough(index, all, focus) }, { focus: id })
  return way === null ? null : `${way.text} ${way.href.slice(way.href.lastIndexOf('/') + 1)}`
}

test('the address of a trust puts its subject in focus, and leads back to that trust though two have the subject', () => {
  expect(focusOf(index, first?.trustKey.toUpperCase())?.node.column).toBe('subject')
  expect(backFrom(first?.trustKey.toUpperCase())).toBe('Back to the trust gh-pay-prod')
})

test('what only one trust goes through leads to that trust', () => {
  const node = index.nodes.find(({ detail }) => detail === 'branch main')
  expect(backFrom(node === undefined ? '' : index.ids.of(node))).toBe('Open the trust gh-pay-main')
  expect(last?.trustKey).toContain('gh-pay-main')
})

test.each([
  ['nothing in focus', () => undefined],
  ['a trust that is gone', () => first?.trustKey.replace('prod', 'gone')],
  ['what several go through', () => index.nodes.map((node) => index.ids.of(node))[0]],
])('%s leads to no trust', (_, id) => {
  expect(backFrom(id())).toBeNull()
})
