import { ChoiceLinks } from '../choice-links.tsx'
import type { InventoryOf } from './inventory-query.ts'

interface WhoseReadingProps {
  readonly of: InventoryOf
  /** The page over either; undefined is the person's own. */
  readonly hrefOf: (of: 'portal' | undefined) => string
}

/** What the person may read, or what the portal read by itself: for administrators. */
export function WhoseReading({ of, hrefOf }: WhoseReadingProps) {
  return (
    <ChoiceLinks
      label="Whose reading"
      look="segments"
      choices={[
        { text: 'What I may read', href: hrefOf(undefined), current: of === 'mine' },
        { text: 'What the portal read', href: hrefOf('portal'), current: of === 'portal' },
      ]}
    />
  )
}
