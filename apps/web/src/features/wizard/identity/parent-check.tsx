import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { limits, type Trust, type TrustParent } from '@trustwright/shared-schemas'
import { parentDetailQuery } from '../../../api/parent-queries.ts'
import { AppLink } from '../../../components/app-link.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { NoPermission } from '../../../components/state-views.tsx'
import { trustKeyOf } from '../../../components/trust-key.ts'
import { TrustLine } from '../../../components/trust-line.tsx'
import { counted } from '../../../lib/words.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import type { ParentBlock } from './use-parent-block.ts'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer', minHeight: '24px', lineHeight: '24px', width: 'fit-content' },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'grid', rowGap: '8px' },
})

interface ParentCheckProps {
  readonly parent: TrustParent
  readonly block: ParentBlock
}

/** What the chosen one trusts already, and what speaks against it: before the person goes on. */
export function ParentCheck({ parent, block }: ParentCheckProps) {
  const styles = useStyles()
  const detail = useQuery(parentDetailQuery(parent))
  const { room, there, others, conflict, reason } = block
  const write = detail.data?.trustWrite
  const isMissing = write !== undefined && !write.allowed
  const [same] = there
  const free = limits.trustsPerIdentity - room.trusts.length
  return (
    <section className={styles.box} aria-label={`About ${room.name}`}>
      {detail.error !== null && <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />}
      {room.known && (
        <p>
          {others.length === 0
            ? 'No other workload signs in as it. '
            : `Also trusted by ${counted(others.length, 'other', 'others')}: whatever role it has or gets, they have too. `}
          <span className={styles.quiet}>
            {free} of {limits.trustsPerIdentity} free.
          </span>
        </p>
      )}
      {isMissing && <NoPermission to={`add a trust to ${room.name}`} access={write} />}
      {same !== undefined && (
        <Callout intent="success" title={`${room.name} trusts this workload already`}>
          <p>
            <AppLink href={paths.trust(trustKeyOf(same))}>{same.name}</AppLink> is there to the letter, and
            left as it is. Go on to prove it, or to give it a role.
          </p>
        </Callout>
      )}
      {reason !== null && !isMissing && (
        <Callout intent="danger" title={`It cannot go to ${room.name}`}>
          <p>{reason}</p>
          {conflict !== null && (
            <p>
              <AppLink href={paths.trust(trustKeyOf(conflict.trust))}>Open {conflict.trust.name}</AppLink>
            </p>
          )}
        </Callout>
      )}
      {others.length > 0 && <Others trusts={others} />}
    </section>
  )
}

/** Shared: the roles are theirs too. */
function Others({ trusts }: { readonly trusts: readonly Trust[] }) {
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.summary}>
        {trusts.length === 1 ? 'The other trust' : `The ${String(trusts.length)} other trusts`}
      </summary>
      <ul className={styles.list}>
        {trusts.map((trust) => (
          <li key={trust.name}>
            <TrustLine
              issuer={trust.issuer}
              subject={trust.subject}
              expression={trust.expression}
              href={paths.trust(trustKeyOf(trust))}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
