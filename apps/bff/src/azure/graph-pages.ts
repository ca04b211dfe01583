import type * as z from 'zod'
import { demandNewPage } from '../domain/new-page.ts'
import type { Caller } from '../ports.ts'
import type { GraphMethods, GraphRead } from './graph-methods.ts'
import { readPageOf, type GraphPage } from './graph-shapes.ts'

/**
 * Every item of a list, over all its pages. Throws UPSTREAM_FAILED where Graph names the same next page again, so that no
 * list lasts for ever. https://learn.microsoft.com/graph/paging
 */
export async function readEveryPage<S extends z.ZodType>(
  read: GraphMethods['read'],
  caller: Caller,
  asked: GraphRead,
  shape: S,
): Promise<z.output<S>[]> {
  const items: z.output<S>[] = []
  const cursors = new Set<string>()
  for (let cursor: string | null = null; ;) {
    const query: Readonly<Record<string, string>> = {
      ...asked.request.query,
      ...(cursor !== null && { $skiptoken: cursor }),
    }
    const page: GraphPage<z.output<S>> = readPageOf(
      shape,
      await read(caller, { ...asked, request: { ...asked.request, query } }),
    )
    items.push(...page.items)
    cursor = page.nextCursor
    if (cursor === null) return items
    demandNewPage(cursors, cursor)
  }
}
