import { Button, makeStyles } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import type { SignInRecord, SignInsOfTrust } from '@trustwright/shared-schemas'
import { findSignIns } from '../../api/proof-calls.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import type { TrustKey } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { useNow } from '../use-now.ts'
import { useProofStyles } from './proof-styles.ts'
import { useProofChanged } from './use-proof-changed.ts'

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } })

/** Looks on demand whether Entra's sign-in log names the trust. */
export function SignInPanel({ trustKey }: { readonly trustKey: TrustKey }) {
  const styles = useProofStyles()
  const proofChanged = useProofChanged(trustKey)
  const look = useMutation({
    mutationFn: () => findSignIns(trustKey),
    onSuccess: proofChanged,
  })
  return (
    <section className={styles.section} aria-label="Sign-in log">
      <h2 className={styles.title}>Look in Entra’s sign-in log</h2>
      <p className={styles.note}>
        Entra notes which trust a workload signed in with. Rows come some minutes late, and reading them takes
        the Reports Reader role and a P1 licence.
      </p>
      <div>
        <Button disabledFocusable={look.isPending} onClick={() => look.mutate()}>
          {look.isPending ? 'Looking' : 'Look in the log'}
        </Button>
      </div>
      <div className={styles.section} aria-live="polite">
        {look.error !== null && <ProblemNotice error={look.error} />}
        {look.data !== undefined && <Found signIns={look.data} />}
      </div>
    </section>
  )
}

function Found({ signIns: { records, since, complete } }: { readonly signIns: SignInsOfTrust }) {
  const styles = useStyles()
  const now = useNow()
  const from = exactTime(Date.parse(since))
  const used = records.find(({ succeeded }) => succeeded)
  if (records.length === 0) {
    return (
      <Callout intent="information" title={`No row since ${from} names this trust`}>
        <p>
          {complete
            ? 'That says nothing against it: the workload may not have run, or the row is still on its way.'
            : 'The identity signs in so often that not every row was read.'}
        </p>
      </Callout>
    )
  }
  const title =
    used === undefined
      ? 'Entra refused every sign-in that names this trust'
      : `Seen working ${relativeTime(Date.parse(used.at), now)}`
  return (
    <Callout intent={used === undefined ? 'warning' : 'success'} title={title}>
      <ul className={styles.list}>
        {records.map((record) => (
          <li key={record.correlationId + record.at}>{rowWords(record)}</li>
        ))}
      </ul>
      <p>Looked at since {from}, the last change that the portal knows of or a week ago.</p>
    </Callout>
  )
}

function rowWords({ at, succeeded, errorCode, ipAddress, resource }: SignInRecord): string {
  const outcome = succeeded ? 'signed in' : `refused with AADSTS${errorCode}`
  const to = resource === '' ? '' : ` to ${resource}`
  return `${exactTime(Date.parse(at))}: ${outcome}${to}${ipAddress === '' ? '' : `, from ${ipAddress}`}`
}
