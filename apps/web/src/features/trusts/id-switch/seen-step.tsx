import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { trustQuery } from '../../../api/trust-queries.ts'
import { ActionLink } from '../../../components/action-link.tsx'
import { SignInPanel } from '../../../components/prove/sign-in-panel.tsx'
import { paths, type TrustKey } from '../../../paths.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', justifyItems: 'start' },
})

interface SeenStepProps {
  /** Of the trust with IDs. */
  readonly trustKey: TrustKey
  readonly onSeen: () => void
}

/** Two ways to see a run sign in by the new trust: Entra's own log, or a token of a run. */
export function SeenStep({ trustKey, onSeen }: SeenStepProps) {
  const styles = useStyles()
  const isSeen = (useQuery(trustQuery(trustKey)).data?.seen ?? null) !== null
  const tell = useEffectEvent(onSeen)
  useEffect(() => {
    if (isSeen) tell()
  }, [isSeen])
  return (
    <div className={styles.box}>
      <p>
        Run the workflow once. Then look for the sign-in in Entra’s log, or run an exchange with a token of
        the run.
      </p>
      <SignInPanel trustKey={trustKey} />
      <ActionLink href={paths.trust(trustKey, { tab: 'prove' })}>
        Prove {trustKey.trustName} by a token
      </ActionLink>
    </div>
  )
}
