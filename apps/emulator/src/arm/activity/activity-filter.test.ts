import { expect, test } from 'vitest'
import { readActivityFilter } from './activity-filter.ts'

test.each([
  '',
  "resourceUri eq 'x'",
  "eventTimestamp ge 'yesterday'",
  "eventTimestamp ge '2026-11-01' and colour eq 'x'",
  "eventTimestamp ge '2026-11-01' and constructor eq 'x'",
  "eventTimestamp ge '2026-11-01' and caller ge 'x'",
])('%s is refused', (filter) => {
  expect(() => readActivityFilter(new URLSearchParams({ $filter: filter }))).toThrow(
    /^The query parameter '\$filter' has the value /,
  )
})
