import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findingRuleIds } from './rule-ids.ts'
import { findingsPage } from './testing/findings-page.ts'

test('docs/findings.md tells every rule as it is', async () => {
  const page = fileURLToPath(new URL('../../../../docs/findings.md', import.meta.url))
  await expect(findingsPage()).toMatchFileSnapshot(page)
})

test('every rule has its part, with an example', () => {
  const parts = findingsPage().split('\n## ').slice(2)
  expect(parts.map((part) => part.split('\n')[0])).toEqual(findingRuleIds)
  expect(parts.filter((part) => !part.includes('For example'))).toEqual([])
})
