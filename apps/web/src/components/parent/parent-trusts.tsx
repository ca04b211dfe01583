import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { limits, type Trust, type TrustParent } from '@trustwright/shared-schemas'
import { QueryView } from '../query-view.tsx'
import { flagsOf } from '../oddity-words.ts'
import { ProofBadge } from '../proof-badge.tsx'
import { ladderSteps } from '../prove/ladder-steps.ts'
import { mayTry } from '../may-try.ts'
import { EmptyState } from '../state-views.tsx'
import { TrustLine } from '../trust-line.tsx'
import { paths } from '../../paths.ts'
import { trustKeyOf } from '../trust-key.ts'
import { Callout } from '../../ui/callout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Warning16Regular } from '@fluentui/react-icons'
import { DeletedTrusts } from './deleted-trusts.tsx'
import { parentTrustsQuery, type ParentDetail } from '../../api/parent-queries.ts'
import { RestoreButton } from './restore-button.tsx'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  head: { display: 'flex', alignItems: 'baseline', columnGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  count: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 24px',
    padding: '10px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { flex: '1 1 320px', minWidth: 0, overflow: 'hidden' },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  odd: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusWarningForeground3,
  },
})

interface ParentTrustsProps {
  readonly parent: TrustParent
  readonly detail: Pick<ParentDetail, 'trustWrite' | 'supportsTrusts'>
  /** The deleted trust that this page was opened after. */
  readonly justDeleted: string | undefined
  /** Of the text that says why nothing can be written here. */
  readonly reasonId: string
}

/** Trusts of an identity or application as trust lines, and those that can be made again. */
export function ParentTrusts({ parent, detail, justDeleted, reasonId }: ParentTrustsProps) {
  const styles = useStyles()
  const trusts = useQuery(parentTrustsQuery(parent))
  const mayWrite = mayTry(detail.trustWrite) && detail.supportsTrusts
  const restoreReason = mayWrite ? null : reasonId
  return (
    <section className={styles.section} aria-labelledby="parent-trusts">
      <div className={styles.head}>
        <h2 className={styles.title} id="parent-trusts">
          Trusts
        </h2>
        {trusts.data !== undefined && (
          <span className={styles.count}>
            {trusts.data.trusts.length} of {limits.trustsPerIdentity}
          </span>
        )}
      </div>
      <QueryView query={trusts} skeleton={<Skeleton shape="rows" count={3} label="Reading the trusts" />}>
        {(data) => {
          const gone = data.deleted.find(({ deletedTrustId }) => deletedTrustId === justDeleted)
          return (
            <>
              {gone !== undefined && (
                <Callout
                  intent="success"
                  title={`Deleted ${gone.trust.name}`}
                  actions={<RestoreButton parent={parent} deleted={gone} reasonId={restoreReason} />}
                >
                  <p>
                    Restoring makes a new trust with the same values; Azure takes a few minutes to spread it.
                  </p>
                </Callout>
              )}
              {data.trusts.length === 0 ? (
                <EmptyState
                  kind="nothing-yet"
                  title={`No workload can sign in as this ${parent.kind === 'application' ? 'application' : 'identity'} yet`}
                >
                  Add a trust for a GitHub workflow, a Kubernetes service account or a workload anywhere else.
                </EmptyState>
              ) : (
                <TrustList trusts={data.trusts} />
              )}
              <DeletedTrusts parent={parent} deleted={data.deleted} reasonId={restoreReason} />
            </>
          )
        }}
      </QueryView>
    </section>
  )
}

function TrustList({ trusts }: { readonly trusts: readonly Trust[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {trusts.map((trust) => (
        <li key={trust.name} className={styles.row}>
          <span className={styles.line}>
            <TrustLine
              issuer={trust.issuer}
              subject={trust.subject}
              expression={trust.expression}
              href={paths.trust(trustKeyOf(trust))}
            />
            <span className={styles.name}>{trust.name}</span>
          </span>
          {flagsOf(trust).length > 0 && (
            <span className={styles.odd}>
              <Warning16Regular aria-hidden="true" />
              {flagsOf(trust).join(', ')}
            </span>
          )}
          <ProofBadge {...ladderSteps(trust)} />
        </li>
      ))}
    </ul>
  )
}
