import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissCircle16Filled } from '@fluentui/react-icons'
import type { ClaimAlignment } from '@trustwright/federation'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { CopyButton } from '../copy-button.tsx'
import { alignmentCells, visible, type Cell } from './alignment-cells.ts'
import { alignmentWords, claimLabels } from './alignment-words.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '4px' },
  head: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '32px' },
  claim: { fontWeight: tokens.fontWeightSemibold },
  rows: {
    display: 'grid',
    gridTemplateColumns: '48px minmax(0, 1fr)',
    columnGap: '8px',
    // Lines that wrap need the room more than names that stand at the first of them alone.
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  sides: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    lineHeight: '24px',
    '@media (max-width: 639px)': { display: 'none' },
  },
  legend: {
    display: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 639px)': { display: 'block' },
  },
  side: { display: 'block' },
  // What is written from right to left would change places with its neighbours.
  cells: { direction: 'ltr', display: 'flex', flexWrap: 'wrap', rowGap: '10px', minWidth: 0 },
  cell: {
    display: 'inline-grid',
    gridTemplateRows: '24px 24px',
    fontFamily: tokens.fontFamilyMonospace,
    lineHeight: '24px',
    whiteSpace: 'pre',
    unicodeBidi: 'isolate',
  },
  letters: { minWidth: '1ch', minHeight: '24px' },
  trust: { color: tokens.colorNeutralForeground2 },
  differs: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
    textUnderlineOffset: '4px',
    '@media (forced-colors: active)': { outline: '1px solid CanvasText', outlineOffset: '-1px' },
  },
  verdict: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
    '& svg': { flexShrink: 0 },
  },
})

interface AlignedClaimProps {
  readonly alignment: ClaimAlignment
  /** Of trust and token, as far as they are known: they tell what the parts of a subject are called. */
  readonly issuers?: readonly string[]
}

/** Token and trust one above the other, letter under letter; what differs is marked by shape and said in words. */
export function AlignedClaim({ alignment, issuers = [] }: AlignedClaimProps) {
  const styles = useStyles()
  const { claim, trust, token, parts } = alignment
  const label = claimLabels[claim]
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <span className={styles.claim}>{label}</span>
        {token !== '' && (
          <CopyButton value={token} what={`${label.toLowerCase()} of the token`} appearance="subtle" />
        )}
      </div>
      <VisuallyHidden>
        Token: {token === '' ? 'nothing' : visible(token)}. Trust: {trust === '' ? 'nothing' : visible(trust)}
        .
      </VisuallyHidden>
      <span className={styles.legend} aria-hidden="true">
        The token above, the trust below it
      </span>
      <div className={styles.rows} aria-hidden="true">
        <span className={styles.sides}>
          <span className={styles.side}>token</span>
          <span className={styles.side}>trust</span>
        </span>
        <span className={styles.cells}>
          {alignmentCells(parts).map((cell, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- letters have no identity but their place
            <Letters key={index} cell={cell} />
          ))}
        </span>
      </div>
      <span className={styles.verdict}>
        <DismissCircle16Filled aria-hidden="true" /> {alignmentWords(alignment, issuers)}
      </span>
    </div>
  )
}

function Letters({ cell: { trust, token, kind } }: { readonly cell: Cell }) {
  const styles = useStyles()
  const look = mergeClasses(styles.letters, kind !== 'same' && styles.differs)
  return (
    <span className={styles.cell}>
      <span className={look}>{token}</span>
      <span className={mergeClasses(styles.trust, look)}>{trust}</span>
    </span>
  )
}
