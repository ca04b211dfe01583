import { makeStyles, tokens } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons'
import { oddityWords } from '../../components/oddity-words.ts'
import { ProofBadge } from '../../components/proof-badge.tsx'
import { TrustLine } from '../../components/trust-line.tsx'
import { useNow } from '../../components/use-now.ts'
import { trustAge } from '../../lib/time.ts'
import { paths } from '../../paths.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import type { ReviewRow } from './review-row.ts'

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

/** Address of a row's page; undefined for a trust of an app registration, which has none yet. */
export function addressOfRow({ trust: { parent, name } }: ReviewRow): string | undefined {
  return parent.kind === 'managedIdentity' ? paths.trust({ ...parent, trustName: name }) : undefined
}

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
  const href = addressOfRow(row)
  const { trust } = row
  return (
    <div className={styles.cell}>
      <TrustLine
        issuer={trust.issuer}
        subject={trust.subject}
        identity={{ kind: trust.parent.kind, name: row.identityName }}
        {...(href === undefined ? {} : { href })}
        look={look}
        showRaw={showRaw}
        hidePlatform={hidePlatform}
      />
      {showName && <span className={styles.mono}>{trust.name}</span>}
      {trust.oddities.length > 0 && (
        <span className={styles.odd}>
          {trust.oddities.map((oddity) => (
            <span className={styles.oddity} key={oddity}>
              <Warning16Filled aria-hidden="true" />
              {oddityWords[oddity]}
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
  const { seen } = row.trust
  return (
    <ProofBadge
      seen={seen === null ? null : { at: seen.at, evidence: `An exchange succeeded, run by ${seen.by}.` }}
    />
  )
}
