import type { DraftBody } from '@trustwright/shared-schemas'

/** Whether two drafts hold the same, in whatever order a database gave their keys back. */
export function isSameBody(one: DraftBody, other: DraftBody): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
