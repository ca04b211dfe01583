import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { limits, type Trust, type TrustParent } from '@trustwright/shared-schemas'
import { parentDetailQuery, parentTrustsQuery, type ParentDetail } from '../../api/parent-queries.ts'
import { paths } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { ApplicationMark, ManagedIdentityMark } from '../../ui/marks.tsx'
import { AppLink } from '../app-link.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { NoPermission } from '../state-views.tsx'
import { trustKeyOf } from '../trust-key.ts'
import { TrustLine } from '../trust-line.tsx'
import { nameOfParent } from './parent-words.ts'
import { useParentAddress } from './use-parent-address.ts'

const useStyles = makeStyles({
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
  quiet: { color: tokens.colorNeutralForeground2, flex: '1 1 160px', overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer', minHeight: '24px', lineHeight: '24px', width: 'fit-content' },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'grid', rowGap: '8px' },
  trust: { display: 'grid', minWidth: 0, overflow: 'hidden' },
  trustName: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** What the form is for, how much room it has, what it trusts already and what the person lacks to add to it. */
export function ChosenParent({ parent }: { readonly parent: TrustParent }) {
  const styles = useStyles()
  const { addressOfSide } = useParentAddress()
  const detail = useQuery(parentDetailQuery(parent))
  const trusts = useQuery(parentTrustsQuery(parent))
  const { data } = detail
  const stored = trusts.data?.trusts
  const name = nameOfParent(parent, data?.name)
  return (
    <>
      <div className={styles.card}>
        {parent.kind === 'application' ? <ApplicationMark /> : <ManagedIdentityMark />}
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{factsOf(parent, data, stored?.length ?? null)}</span>
        <AppLink href={addressOfSide(parent.kind)}>Choose another</AppLink>
      </div>
      {detail.error !== null && <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />}
      {data !== undefined && !data.supportsTrusts && (
        <Callout intent="danger" title={`Azure does not support trusts in ${data.location ?? 'this region'}`}>
          <p>An identity cannot move to another region. Choose one that lives elsewhere, or make one.</p>
        </Callout>
      )}
      {data !== undefined && !data.trustWrite.allowed && (
        <NoPermission to={`add a trust to ${name}`} access={data.trustWrite} />
      )}
      {data !== undefined && parent.kind === 'application' && data.principalId === null && (
        <Callout intent="warning" title="Nothing can sign in as this application yet">
          <p>
            It has no service principal in this tenant. The trust can be stored; make the service principal on{' '}
            <AppLink href={paths.parent(parent)}>the application’s page</AppLink>.
          </p>
        </Callout>
      )}
      {stored !== undefined && stored.length > 0 && <StoredTrusts trusts={stored} />}
    </>
  )
}

function factsOf(parent: TrustParent, detail: ParentDetail | undefined, trusts: number | null): string {
  const place = parent.kind === 'application' ? [parent.appId] : [parent.resourceGroup, detail?.location]
  return [...place, trusts === null ? null : `${trusts} of ${limits.trustsPerIdentity} trusts`]
    .filter((fact) => typeof fact === 'string')
    .join(' · ')
}

function StoredTrusts({ trusts }: { readonly trusts: readonly Trust[] }) {
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.summary}>
        {trusts.length === 1 ? 'The trust it has' : `The ${trusts.length} trusts it has`}
      </summary>
      <ul className={styles.list}>
        {trusts.map((trust) => (
          <li key={trust.credentialId ?? trust.name} className={styles.trust}>
            <TrustLine
              issuer={trust.issuer}
              subject={trust.subject}
              expression={trust.expression}
              href={paths.trust(trustKeyOf(trust))}
            />
            <span className={styles.trustName}>{trust.name}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
