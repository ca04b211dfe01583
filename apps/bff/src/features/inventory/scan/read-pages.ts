import { demandNewPage } from '../../../domain/new-page.ts'
import { PortalError } from '../../../errors.ts'
import type { ListPage } from '../../../inventory-port.ts'

/** Longer lists are no lists but a fault: 10 million rows of the whole tenant. */
const mostPages = 10_000

/**
 * The pages of a list from a cursor on, in their order. A list whose place was forgotten in the middle begins once more:
 * what came twice is folded into one. Throws UPSTREAM_FAILED where Azure names a page twice.
 */
export async function* readPages<T>(
  list: (cursor: string | null) => Promise<ListPage<T>>,
  from: string | null = null,
): AsyncGenerator<ListPage<T>> {
  const seen = new Set<string>()
  let cursor = from
  let begunAnew = false
  for (let page = 0; page < mostPages; page += 1) {
    let read: ListPage<T>
    try {
      read = await list(cursor)
    } catch (error) {
      if (cursor === null || begunAnew || !isForgotten(error)) throw error
      begunAnew = true
      seen.clear()
      cursor = null
      continue
    }
    yield read
    if (read.nextCursor === null) return
    demandNewPage(seen, read.nextCursor)
    cursor = read.nextCursor
  }
}

/** Every item, for lists that fit into memory. `onPage` is told the total, as far as it is known. */
export async function readItems<T>(
  list: (cursor: string | null) => Promise<ListPage<T>>,
  onPage: (total: number) => void,
): Promise<T[]> {
  const items: T[] = []
  for await (const page of readPages(list)) {
    // A list that began anew repeats itself; whoever reads it has keys for its items.
    items.push(...page.items)
    onPage(page.total ?? items.length)
  }
  return items
}

/** Graph forgets a page after a while: `Directory_ExpiredPageToken`, or another 400 about its token. */
function isForgotten(error: unknown): boolean {
  if (!(error instanceof PortalError)) return false
  const { upstream } = error.extras
  return /page ?token|skip ?token/i.test(`${upstream?.code ?? ''} ${upstream?.message ?? ''}`)
}
