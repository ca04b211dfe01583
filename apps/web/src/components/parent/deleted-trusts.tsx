import { makeStyles, tokens } from '@fluentui/react-components'
import type { DeletedTrust, TrustParent } from '@trustwright/shared-schemas'
import { useNow } from '../use-now.ts'
import { TrustLine } from '../trust-line.tsx'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { ExactTime } from '../../ui/exact-time.tsx'
import { RestoreButton } from './restore-button.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '32px', lineHeight: '32px' },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'grid', rowGap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 24px' },
  line: { flex: '1 1 320px', minWidth: 0, overflow: 'hidden' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface DeletedTrustsProps {
  readonly parent: TrustParent
  readonly deleted: readonly DeletedTrust[]
  readonly reasonId: string | null
}

/** Trusts deleted here that can be made again, folded away. */
export function DeletedTrusts({ parent, deleted, reasonId }: DeletedTrustsProps) {
  const styles = useStyles()
  const now = useNow()
  if (deleted.length === 0) return null
  return (
    <details>
      <summary className={styles.summary}>{counted(deleted.length, 'deleted trust')} can be restored</summary>
      <p className={styles.quiet}>
        Restoring makes a new trust with the same values. Azure takes a few minutes to spread it, and what
        refers to the old one by ID does not come back.
      </p>
      <ul className={styles.list}>
        {deleted.map((one) => (
          <li key={one.deletedTrustId} className={styles.row}>
            <span className={styles.line}>
              <TrustLine
                issuer={one.trust.issuer}
                subject={one.trust.subject}
                expression={one.trust.expression}
              />
              <span className={styles.quiet}>
                {one.trust.name}, deleted{' '}
                <ExactTime
                  at={one.deletedAt}
                  text={relativeTime(Date.parse(one.deletedAt), now)}
                  exact={`${exactTime(Date.parse(one.deletedAt))}. Can be restored until ${exactTime(Date.parse(one.restorableUntil))}.`}
                />{' '}
                by {one.deletedBy}
              </span>
            </span>
            <RestoreButton parent={parent} deleted={one} reasonId={reasonId} />
          </li>
        ))}
      </ul>
    </details>
  )
}
