import { PortalError } from '../errors.ts'

/** Which entries a list of the directory holds, and the page of it. */
export interface ListPlace {
  readonly of: 'with-trusts' | 'all'
  readonly token: string | null
}

/** In front of the token of a page of all entries. */
const allMark = '*'

/**
 * A page of those that have trusts. Where Graph refuses to look for them, which is documented for applications alone, the
 * whole list is read in its place: more pages, and nobody knows beforehand how many have trusts.
 * https://learn.microsoft.com/graph/aad-advanced-queries
 */
export async function filteredOrAll<T extends { readonly nextCursor: string | null }>(
  cursor: string | null,
  readPage: (place: ListPlace) => Promise<T>,
): Promise<T & { readonly isAll: boolean }> {
  const readAll = async (token: string | null) => {
    const page = await readPage({ of: 'all', token })
    const { nextCursor } = page
    return { ...page, isAll: true, nextCursor: nextCursor === null ? null : `${allMark}${nextCursor}` }
  }
  if (cursor?.startsWith(allMark)) return readAll(cursor.slice(allMark.length))
  try {
    return { ...(await readPage({ of: 'with-trusts', token: cursor })), isAll: false }
  } catch (error) {
    if (cursor !== null || !isUnsupported(error)) throw error
    return readAll(null)
  }
}

function isUnsupported(error: unknown): boolean {
  return error instanceof PortalError && error.extras.upstream?.code === 'Request_UnsupportedQuery'
}
