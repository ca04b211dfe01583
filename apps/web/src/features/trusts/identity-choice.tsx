import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { limits, type IdentityPath } from '@trustwright/shared-schemas'
import { AppLink } from '../../components/app-link.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ManagedIdentityMark } from '../../ui/marks.tsx'
import { IdentityPicker } from './identity-picker.tsx'
import { identityQuery } from '../../api/identity-queries.ts'
import { usePickedIdentity } from './use-picked-identity.ts'

const useStyles = makeStyles({
  section: { display: 'grid', rowGap: '12px', minWidth: 0 },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  card: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, flex: '1 1 160px' },
})

interface IdentityChoiceProps {
  readonly identity: IdentityPath | null
  readonly subscriptionId: string | null
  /** How many trusts it has; null while unknown. */
  readonly trusts: number | null
  readonly error: string | null
}

/** Whom the workload becomes: the chosen identity, or the lists to choose it from. The choice lives in the address. */
export function IdentityChoice({ identity, subscriptionId, trusts, error }: IdentityChoiceProps) {
  const styles = useStyles()
  return (
    <section className={styles.section} aria-label="Identity">
      <h2 className={styles.title}>Identity</h2>
      {identity === null ? (
        <IdentityPicker subscriptionId={subscriptionId} error={error} />
      ) : (
        <Chosen identity={identity} trusts={trusts} />
      )}
    </section>
  )
}

function Chosen({ identity, trusts }: { readonly identity: IdentityPath; readonly trusts: number | null }) {
  const styles = useStyles()
  const { addressWithout } = usePickedIdentity()
  const detail = useQuery(identityQuery(identity))
  const { data } = detail
  return (
    <>
      <div className={styles.card}>
        <ManagedIdentityMark />
        <span className={styles.name}>{identity.identityName}</span>
        <span className={styles.quiet}>
          {[
            identity.resourceGroup,
            data?.identity.location,
            trusts === null ? null : `${trusts} of ${limits.trustsPerIdentity} trusts`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <AppLink href={addressWithout}>Choose another</AppLink>
      </div>
      {detail.error !== null && <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />}
      {data !== undefined && !data.identity.supportsTrusts && (
        <Callout intent="danger" title={`Azure does not support trusts in ${data.identity.location}`}>
          <p>An identity cannot move to another region. Choose one that lives elsewhere, or make one.</p>
        </Callout>
      )}
      {data !== undefined && !data.trustWrite.allowed && (
        <NoPermission to={`add a trust to ${identity.identityName}`} access={data.trustWrite} />
      )}
    </>
  )
}
