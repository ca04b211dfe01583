import { count, counted } from '../../lib/words.ts'

/**
 * How many applications are on the page and how many match, as Graph counted them; `total` is null where it did not.
 * Graph counts at the search: more may have come since.
 */
export function applicationCount(read: number, total: number | null, hasMore: boolean): string {
  const onPage = counted(read, 'application')
  if (hasMore && (total === null || read >= total)) return `${onPage} read, there are more`
  return total === null || read >= total ? onPage : `${count(read)} of ${counted(total, 'application')}`
}
