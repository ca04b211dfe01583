import { type Fact, known, unknown } from '../facts/fact.ts'
import type { LastUse } from '../facts/inventory.ts'
import type { Planted } from './planted.ts'

export const now = '2026-11-22T12:00:00Z'

function daysAgo(days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString()
}

export interface PlantedUse extends Planted {
  readonly lastUse: Fact<LastUse>
  readonly createdAt: Fact<string>
  readonly isNever?: boolean
}

const old = known(daysAgo(400))
const used = (days: number) => known<LastUse>({ state: 'used', at: daysAgo(days) })
const never = (days: number) => known<LastUse>({ state: 'never', watchedSince: daysAgo(days) })

/** The last is a time to come, as of a clock that is wrong. */
export const uses: readonly [PlantedUse, ...PlantedUse[]] = [
  { lastUse: used(1), createdAt: old },
  { lastUse: used(89), createdAt: unknown('not-told') },
  { lastUse: used(90), createdAt: old, wrong: ['unused'] },
  { lastUse: used(300), createdAt: old, wrong: ['unused'] },
  { lastUse: never(60), createdAt: old, isNever: true, wrong: ['never-used'] },
  { lastUse: never(31), createdAt: unknown('not-told'), isNever: true, wrong: ['never-used'] },
  { lastUse: never(29), createdAt: old, gaps: [['never-used', 'too-early']] },
  { lastUse: never(60), createdAt: known(daysAgo(3)), gaps: [['never-used', 'too-early']] },
  {
    lastUse: unknown('not-allowed'),
    createdAt: old,
    gaps: [
      ['unused', 'not-allowed'],
      ['never-used', 'not-allowed'],
    ],
  },
  { lastUse: used(-5), createdAt: old },
]

/** Says nothing of which of two twins is alive. */
export const freshUse: PlantedUse = {
  lastUse: never(2),
  createdAt: old,
  gaps: [['never-used', 'too-early']],
}
export const recentUse: PlantedUse = { lastUse: used(1), createdAt: old }
