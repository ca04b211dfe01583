import { UnreadableList } from '../unreadable-list.tsx'
import type { Inventory } from './inventory-query.ts'

/** What a pass could not read, and what of the page may lack something for it. */
export function ReadingGaps({ unreadable, unreadFacts }: Pick<Inventory, 'unreadable' | 'unreadFacts'>) {
  return (
    <>
      <UnreadableList unreadable={unreadable} />
      <UnreadableList
        unreadable={unreadFacts}
        title="Some facts could not be read"
        meaning="No trust is missing because of that, but what they open, who owns them or when they were last used may be."
      />
    </>
  )
}
