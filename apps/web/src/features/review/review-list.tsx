import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { AgeCell, ProofCell, TrustCell } from './review-cells.tsx'
import { isSelected } from './selection.ts'
import type { Review } from './use-review.ts'
import { useVisibleRows } from '../../components/use-visible-rows.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', position: 'relative', width: '100%' },
  item: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: '4px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid', rowGap: '4px', minWidth: 0 },
  // Age and proof stand under it in every card, however long it is.
  place: { flexBasis: '100%', overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    alignItems: 'center',
  },
})

/** For narrow screens: trust lines one under the other, drawing only those in sight. */
export function ReviewList({ review, showRaw }: { readonly review: Review; readonly showRaw: boolean }) {
  const styles = useStyles()
  const element = useRef<HTMLUListElement>(null)
  const { shown } = review
  const visible = useVisibleRows(element, shown, 132)
  return (
    <ul ref={element} className={styles.list} aria-label="Trusts" style={{ height: `${visible.total}px` }}>
      {visible.items.map(({ index, key, start }) => {
        const row = shown[index]
        if (row === undefined) return null
        return (
          <li
            key={key}
            ref={visible.measure}
            data-index={index}
            className={styles.item}
            aria-setsize={shown.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Checkbox
              checked={isSelected(review.selection, row.key)}
              onChange={() => review.toggle(row.key)}
              input={{ 'aria-label': `Select ${row.sentence}` }}
            />
            <div className={styles.words}>
              <TrustCell row={row} showRaw={showRaw} look="card" hidePlatform={false} showName />
              <span className={styles.facts}>
                <span className={styles.place}>{row.place.join(' · ')}</span>
                <AgeCell row={row} />
                <ProofCell row={row} />
              </span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
