import type { Item } from '../core/entity-type.ts'
import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'

/** Where a page starts: behind the last object sent, or at its place when that object is gone. */
interface Mark {
  after: string
  place: number
}

/** One page and the token of the next. Throws for a token that was not made here. */
export function pageOf(
  items: readonly Item[],
  size: number,
  token: string | undefined,
): { page: readonly Item[]; next: string | undefined } {
  const start = token === undefined ? 0 : startOf(items, readMark(token))
  const page = items.slice(start, start + size)
  const last = page.at(-1)
  const more = start + page.length < items.length
  return { page, next: more && last ? writeMark({ after: last.id, place: start + page.length }) : undefined }
}

function startOf(items: readonly Item[], { after, place }: Mark): number {
  if (items[place - 1]?.id === after) return place
  const found = items.findIndex(({ id }) => id === after)
  return found === -1 ? place : found + 1
}

function writeMark({ after, place }: Mark): string {
  return Buffer.from(`${place} ${after}`).toString('base64url')
}

function readMark(token: string): Mark {
  const [place = '', after] = Buffer.from(token, 'base64url').toString().split(' ')
  if (!/^\d{1,9}$/.test(place) || after === undefined) throw refuse(queryFaults.pageToken())
  return { after, place: Number(place) }
}
