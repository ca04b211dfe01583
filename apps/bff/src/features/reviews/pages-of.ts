const limit = 250

export interface PageBehind {
  /** Number of the last line before it. */
  readonly after: number
  readonly limit: number
}

/** Everything of a list in the order of its numbers, some hundred at a time. */
export async function* pagesOf<T extends { readonly ordinal: number }>(
  read: (page: PageBehind) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let after = 0; ;) {
    const page = await read({ after, limit })
    if (page.length > 0) yield page
    if (page.length < limit) return
    after = page.at(-1)?.ordinal ?? after
  }
}
