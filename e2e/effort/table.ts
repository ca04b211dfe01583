import type { Effort } from './measure.ts'
import { sumOf, type Part, type PortalRoute } from './portal-counts.ts'

/** One way that was walked, under the name that the table has for it. */
export interface Measured {
  readonly title: string
  readonly stored: Effort
  readonly verified: Effort
}

const heads = ['Way', 'Clicks', 'Typed', 'Pastes', 'Keys', 'Screens', 'Sites', 'Hands-on']

/** Head of the table of what was measured. */
export const measuredHead = `${rowOf(heads)}\n${rowOf(heads.map((_, index) => (index === 0 ? '---' : '---:')))}`

/** Figures up to "stored and checked", and then up to "seen working". */
export function measuredRow({ title, stored, verified }: Measured): string {
  const both = (key: keyof Effort) =>
    stored[key] === verified[key] ? String(verified[key]) : `${stored[key]} → ${verified[key]}`
  const { handsOn } = verified
  return rowOf([
    title,
    both('clicks'),
    both('typed'),
    both('pastes'),
    both('keys'),
    both('screens'),
    both('sites'),
    `${stored.handsOn} → ${handsOn} s`,
  ])
}

const portalHeads = ['Workload', 'Clicks', 'Typed', 'Screens', 'Sites', 'Hands-on', 'Counted']

export const portalHead = `${rowOf(portalHeads)}\n${rowOf(portalHeads.map((_, index) => (index === 0 || index === 6 ? '---' : '---:')))}`

/** The portal's documented way for the same workload. */
export function portalRow(route: PortalRoute): string {
  const { clicks, typed, screens, sites, handsOn, isDocumented } = sumOf(route)
  return rowOf([
    route.title,
    String(clicks),
    String(typed),
    String(screens),
    String(sites),
    `${handsOn} s`,
    isDocumented ? 'as documented' : 'partly derived',
  ])
}

/** One stretch of that way, with its source. */
export function partRow({ what, clicks, typed, screens, source, kind }: Part): string {
  return rowOf([what, String(clicks), String(typed), String(screens), `[${kind}](${source})`])
}

/** Whether a document has the row, however wide its columns are set. */
export function hasRow(told: string, row: string): boolean {
  return narrow(told).includes(narrow(row))
}

function narrow(text: string): string {
  return text.replace(/ {2,}/g, ' ')
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
