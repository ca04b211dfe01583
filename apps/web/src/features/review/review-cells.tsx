import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons'
import { flagsOf } from '../../components/oddity-words.ts'
import { ladderSteps } from '../../components/prove/ladder-steps.ts'
import { ProofBadge } from '../../components/proof-badge.tsx'
import { trustKeyOf } from '../../components/trust-key.ts'
import { TrustLine } from '../../components/trust-line.tsx'
import { useNow } from '../../components/use-now.ts'
import { trustAge } from '../../lib/time.ts'
import { paths } from '../../paths.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import type { ReviewRow } from '../../components/inventory/review-row.ts'

const useStyles = makeStyles({
  cell: { display: 'grid', rowGap: '2px', minWidth: 0 },
  odd: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  oddity: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

interface TrustCellProps {
  readonly row: ReviewRow
  readonly showRaw: boolean
  readonly look: 'row' | 'card'
  readonly hidePlatform: boolean
  readonly showName: boolean
}

/** The trust line, its name where no column has it, and what is odd about it. */
export function TrustCell({ row, showRaw, look, hidePlatform, showName }: TrustCellProps) {
  const styles = useStyles()
  const { trust } = row
  const flags = flagsOf(trust)
  return (
    <div className={styles.cell}>
      <TrustLine
        issuer={trust.issuer}
        subject={trust.subject}
        expression={trust.expression}
        identity={{ kind: trust.parent.kind, name: row.identityName }}
        href={paths.trust(trustKeyOf(trust))}
        look={look}
        showRaw={showRaw}
        hidePlatform={hidePlatform}
      />
      {showName && <span className={styles.mono}>{trust.name}</span>}
      {flags.length > 0 && (
        <span className={styles.odd}>
          {flags.map((flag) => (
            <span className={styles.oddity} key={flag}>
              <Warning16Filled aria-hidden="true" />
              {flag}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}

export function AgeCell({ row }: { readonly row: ReviewRow }) {
  const { text, exact } = trustAge(row.trust, useNow())
  return <ExactTime text={text} exact={exact} />
}

export function ProofCell({ row }: { readonly row: ReviewRow }) {
  return <ProofBadge {...ladderSteps(row.trust)} />
}
