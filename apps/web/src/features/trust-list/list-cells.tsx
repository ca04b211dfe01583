import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { flagsOf } from '../../components/oddity-words.ts'
import { ladderSteps } from '../../components/prove/ladder-steps.ts'
import { ProofBadge } from '../../components/proof-badge.tsx'
import { trustKeyOf } from '../../components/trust-key.ts'
import { TrustLine } from '../../components/trust-line.tsx'
import { useNow } from '../../components/use-now.ts'
import { trustAge } from '../../lib/time.ts'
import { paths } from '../../paths.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import { MiddleTruncated } from '../../ui/middle-truncated.tsx'
import type { ColumnId } from './list-columns.ts'
import { accessWords, lastUseWords, ownerWords, riskMeaning, riskWords } from './list-words.ts'

const useStyles = makeStyles({
  cell: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px', minWidth: 0 },
  odd: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  mark: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', minWidth: 0, whiteSpace: 'nowrap' },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  unknown: { color: tokens.colorNeutralForeground3 },
  warns: { fontWeight: tokens.fontWeightSemibold },
  bad: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  risky: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
})

interface TrustCellProps {
  readonly row: ListedTrust
  readonly showRaw: boolean
  readonly look: 'row' | 'card'
  /** Columns beside it, whose facts it leaves out. */
  readonly beside: readonly ColumnId[]
}

/** The trust line with what no column beside it has, and what is odd about it. */
export function TrustCell({ row, showRaw, look, beside }: TrustCellProps) {
  const styles = useStyles()
  const { trust } = row
  const flags = flagsOf(trust)
  return (
    <div className={styles.cell}>
      <TrustLine
        issuer={trust.issuer}
        subject={trust.subject}
        expression={trust.expression}
        {...(beside.includes('identity')
          ? {}
          : { identity: { kind: trust.parent.kind, name: row.identityName } })}
        href={paths.trust(trustKeyOf(trust))}
        look={look}
        showRaw={showRaw}
        hidePlatform={beside.includes('issuer')}
      />
      {beside.length === 0 && <span className={styles.mono}>{trust.name}</span>}
      {flags.length > 0 && (
        <span className={styles.odd}>
          {flags.map((flag) => (
            <span className={styles.mark} key={flag}>
              <Warning16Filled aria-hidden="true" />
              {flag}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}

/** Every fact but the trust itself, as a column or a part of a card shows it. */
export function FactCell({
  id,
  row,
}: {
  readonly id: Exclude<ColumnId, 'trust'>
  readonly row: ListedTrust
}) {
  const styles = useStyles()
  switch (id) {
    case 'issuer':
      return (
        <span className={styles.line} title={row.trust.issuer}>
          {row.words.platform}
        </span>
      )
    case 'identity':
      return (
        <span className={styles.cell}>
          <MiddleTruncated text={row.identityName} />
          <span className={mergeClasses(styles.line, styles.quiet)}>
            {row.appId === null ? row.resourceGroup : 'App registration'}
          </span>
        </span>
      )
    case 'access':
      return <AccessCell row={row} />
    case 'used':
      return <UsedCell row={row} />
    case 'risk':
      return <RiskCell row={row} />
    case 'owner':
      return <OwnerCell row={row} />
    case 'name':
      return (
        <span className={styles.mono}>
          <MiddleTruncated text={row.trust.name} />
        </span>
      )
    case 'place':
      return (
        <span className={styles.cell}>
          <span className={styles.line}>{row.place[0]}</span>
          <span className={mergeClasses(styles.line, styles.quiet)} title={row.subscriptionId || undefined}>
            {row.appId === null ? row.place[1] : <MiddleTruncated text={row.appId} />}
          </span>
        </span>
      )
    case 'age':
      return <AgeCell row={row} />
    case 'proof':
      break
  }
  return <ProofBadge {...ladderSteps(row.trust)} />
}

function AccessCell({ row }: { readonly row: ListedTrust }) {
  const styles = useStyles()
  const { first, second, whole, warns } = accessWords(row.access)
  const isKnown = (row.access?.opened ?? []).length > 0
  return (
    <span className={styles.cell} title={whole}>
      <span className={mergeClasses(styles.line, warns && styles.warns, !isKnown && styles.unknown)}>
        {first}
      </span>
      {second !== '' && <span className={mergeClasses(styles.line, styles.quiet)}>{second}</span>}
    </span>
  )
}

function UsedCell({ row }: { readonly row: ListedTrust }) {
  const { text, exact } = lastUseWords(row.use, useNow())
  return <ExactTime text={text} exact={exact} />
}

/** The word comes first: colour and mark only repeat it. */
export function RiskCell({ row }: { readonly row: ListedTrust }) {
  const styles = useStyles()
  const severity = row.mark?.severity
  const isBad = severity === 'critical' || severity === 'high'
  return (
    <span
      className={mergeClasses(
        styles.mark,
        isBad && styles.bad,
        severity === 'medium' && styles.risky,
        severity === undefined && styles.unknown,
      )}
      title={riskMeaning(row.mark)}
    >
      {isBad && <ErrorCircle16Filled aria-hidden="true" />}
      {severity === 'medium' && <Warning16Filled aria-hidden="true" />}
      {(severity === 'low' || severity === 'info') && <Info16Regular aria-hidden="true" />}
      {riskWords(row.mark)}
    </span>
  )
}

function OwnerCell({ row }: { readonly row: ListedTrust }) {
  const styles = useStyles()
  const { text, whole } = ownerWords(row)
  return (
    <span className={mergeClasses(styles.line, row.owners === null && styles.unknown)} title={whole}>
      {text}
    </span>
  )
}

function AgeCell({ row }: { readonly row: ListedTrust }) {
  const { text, exact } = trustAge(row.trust, useNow())
  return <ExactTime text={text} exact={exact} />
}
