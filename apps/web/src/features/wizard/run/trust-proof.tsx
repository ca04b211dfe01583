import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { parentDetailQuery } from '../../../api/parent-queries.ts'
import { trustQuery } from '../../../api/trust-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { AppLink } from '../../../components/app-link.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { ProvePanel } from '../../../components/prove/prove-panel.tsx'
import { TrustLadder } from '../../../components/prove/trust-ladder.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useSession } from '../../../components/use-session.ts'
import { parentSearch, paths, type TrustKey } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { SpreadClock } from './spread-clock.tsx'
import { testJobOf } from './test-job.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
})

interface TrustProofProps {
  readonly trustKey: TrustKey
  /** Milliseconds since 1970; null where it was there already. */
  readonly storedAt: number | null
  /** Address of the next step. */
  readonly connectAt: string
}

/** How far a stored trust is proven, and the next step of it. */
export function TrustProof(props: TrustProofProps) {
  const trust = useQuery(trustQuery(props.trustKey))
  return (
    <QueryView query={trust} skeleton={<Skeleton shape="facts" count={3} label="Reading the trust" />}>
      {(stored) => <Proof {...props} trust={stored} />}
    </QueryView>
  )
}

function Proof({ trustKey, storedAt, connectAt, trust }: TrustProofProps & { readonly trust: Trust }) {
  const styles = useStyles()
  const { seen } = trust
  return (
    <div className={styles.box}>
      <TrustLadder trustKey={trustKey} trust={trust} />
      {seen === null && <HowToSee trustKey={trustKey} trust={trust} storedAt={storedAt} />}
      <ProvePanel trustKey={trustKey} trust={trust} />
      <div>
        <ActionLink href={connectAt} appearance={seen === null ? 'secondary' : 'primary'}>
          Connect the workload
        </ActionLink>
      </div>
    </div>
  )
}

/** Where a token comes from, what takes time, and that nobody has to wait here. */
function HowToSee({
  trustKey,
  trust,
  storedAt,
}: Omit<TrustProofProps, 'connectAt'> & { readonly trust: Trust }) {
  const { settings } = useSession()
  const detail = useQuery(parentDetailQuery(trustKey.parent)).data ?? null
  const job = testJobOf(trust, detail, settings)
  return (
    <Callout
      intent="information"
      title="Not seen working yet"
      actions={
        job !== null && (
          <CopyButton value={job.code.text} what="test job" text="Copy test job" appearance="secondary" />
        )
      }
    >
      {storedAt !== null && <SpreadClock since={storedAt} />}
      <p>
        {job === null ? 'Run the workload once' : 'Run this job once'}: it signs in if all is right. Paste a
        token of such a run to see it here. An exchange that comes too early is tried again by itself.
      </p>
      <p>
        It is refused?{' '}
        <AppLink href={paths.doctor(parentSearch(trustKey.parent))}>Paste its error in the doctor</AppLink>.
      </p>
      <p>You can leave. Until it was seen working it waits for you on Home.</p>
    </Callout>
  )
}
