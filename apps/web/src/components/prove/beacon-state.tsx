import { Spinner, makeStyles } from '@fluentui/react-components'
import type { Beacon, BeaconDifference } from '@trustwright/shared-schemas'
import { exactTime } from '../../lib/time.ts'
import { Callout } from '../../ui/callout.tsx'
import { ClaimCompared } from '../claim-compared.tsx'
import { useNow } from '../use-now.ts'
import { refusalWords } from './beacon-words.ts'
import { clockText, secondsUntil } from './spread-retry.ts'

const useStyles = makeStyles({ waiting: { display: 'flex', alignItems: 'center', columnGap: '8px' } })

interface BeaconStateProps {
  readonly beacon: Beacon
  /** Of the trust. */
  readonly issuer: string
}

/** What came to a beacon so far. */
export function BeaconState({ beacon, issuer }: BeaconStateProps) {
  const styles = useStyles()
  const now = useNow(1000)
  if (beacon.state === 'matched') {
    return (
      <Callout intent="success" title="Matched, signed: a token of this workload came">
        <p>
          The issuer signed it and its claims are the same. Entra takes no such token: that the trust works is
          shown by an exchange or a sign-in alone.
        </p>
      </Callout>
    )
  }
  if (beacon.state === 'differs') {
    return (
      <Callout intent="danger" title="A signed token came, and Entra would refuse it for this trust">
        {beacon.differences.map((one) => (
          <Difference key={one.claim} {...one} issuer={issuer} />
        ))}
        {beacon.heardAt !== null && <p>It came {exactTime(Date.parse(beacon.heardAt))}.</p>}
      </Callout>
    )
  }
  if (beacon.state === 'expired') {
    return (
      <Callout
        intent="information"
        title={beacon.refusals > 0 ? 'Over: no token was taken' : 'No token came in time'}
      >
        <p>Make a new address when the workload is ready to run.</p>
      </Callout>
    )
  }
  return (
    <>
      <p className={styles.waiting}>
        <Spinner size="extra-tiny" aria-hidden="true" />
        <span>
          Waiting for the workload,{' '}
          <span role="timer" aria-live="off">
            {clockText(secondsUntil(Date.parse(beacon.expiresAt), now))} left
          </span>
        </span>
      </p>
      {beacon.lastRefusal !== null && (
        <Callout intent="warning" title="A token came and proved nothing">
          <p>{refusalWords[beacon.lastRefusal.reason]}</p>
        </Callout>
      )}
    </>
  )
}

const claimNames = { issuer: 'Issuer', subject: 'Subject', pattern: 'Pattern' } as const

/** A pattern is not compared letter by letter: the subject that did not fit it is shown beside it. */
function Difference({
  claim,
  stored,
  presented,
  issuer,
}: BeaconDifference & Pick<BeaconStateProps, 'issuer'>) {
  return (
    <div>
      <p>
        <strong>{claimNames[claim]}</strong>
        {claim === 'pattern' && ` ${stored} does not let in the subject ${presented}.`}
      </p>
      {claim !== 'pattern' && (
        <ClaimCompared stored={stored} presented={presented} issuers={claim === 'subject' ? [issuer] : []} />
      )}
    </div>
  )
}
