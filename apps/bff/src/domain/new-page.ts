import { PortalError } from '../errors.ts'

/** Remembers the cursor in `seen`. Throws UPSTREAM_FAILED where it was there. */
export function demandNewPage(seen: Set<string>, cursor: string): void {
  if (seen.has(cursor)) {
    throw new PortalError('UPSTREAM_FAILED', {
      detail: 'Azure named the same page of a list twice, so the list is incomplete.',
      cause: new Error('a cursor came twice'),
    })
  }
  seen.add(cursor)
}
