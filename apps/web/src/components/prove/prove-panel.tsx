import { zodResolver } from '@hookform/resolvers/zod'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons'
import { ProofRequest, limits, type Trust } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { announce } from '../announcer.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { SubmitButton } from '../forms/submit-button.tsx'
import { TextField } from '../forms/text-field.tsx'
import { fieldIds } from '../forms/field-frame.tsx'
import { DoctorLink } from '../diagnosis/doctor-link.tsx'
import { useNow } from '../use-now.ts'
import { usePasteAnywhere } from '../use-paste-anywhere.ts'
import { useSession } from '../use-session.ts'
import { AttemptFault } from './attempt-fault.tsx'
import { BeaconPanel } from './beacon-panel.tsx'
import { ProofResult } from './proof-result.tsx'
import { sampleTokenAddress } from './sample-token-address.ts'
import { SignInPanel } from './sign-in-panel.tsx'
import { SpreadNotice } from './spread-notice.tsx'
import { TokenComparison } from './token-comparison.tsx'
import { readToken } from './token-reading.ts'
import type { TrustKey } from '../../paths.ts'
import { useExchange } from './use-exchange.ts'
import { useNoteMatch } from './use-note-match.ts'
import { useProofChanged } from './use-proof-changed.ts'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '32px',
    maxWidth: '1200px',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Each has the whole width: code and letters side by side need it.
  way: {
    gridColumn: '1 / -1',
    minWidth: 0,
    paddingTop: '24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  column: { display: 'grid', rowGap: '16px', alignContent: 'start', minWidth: 0 },
  form: { display: 'grid', rowGap: '16px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '64ch' },
  link: {
    color: tokens.colorBrandForegroundLink,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '24px',
  },
})

/** A longer one is told to be too long. */
const mostOfToken = 2 * limits.tokenLength

interface ProvePanelProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
}

/**
 * Compares a token with the trust in this browser, and on demand runs the real exchange with it. The token lives in this
 * form, and for the length of its tries in the portal's memory; it is gone when the section closes. Below are the ways that
 * need no pasted token.
 */
export function ProvePanel({ trustKey, trust }: ProvePanelProps) {
  const styles = useStyles()
  const { settings } = useSession()
  const proofChanged = useProofChanged(trustKey)
  const now = useNow(5000)
  const form = useForm<ProofRequest>({ resolver: zodResolver(ProofRequest), defaultValues: { token: '' } })
  const { exchange, run, stop, forget } = useExchange(trustKey, (proof) => {
    if (proof.outcome === 'accepted') announce(`Entra took the token: it became ${proof.became.identityName}`)
    void proofChanged()
  })
  const token = useWatch({ control: form.control, name: 'token' })
  const reading = readToken(token, trust, now)
  const proof = 'tries' in exchange ? exchange.proof : null
  const goesOn = exchange.state === 'running' || exchange.state === 'waiting'
  const seen = proof?.outcome === 'accepted' && proof.provesThisTrust
  const noted = useNoteMatch(trustKey, trust)
  const sample = sampleTokenAddress(settings.sampleTokenUrl, trust)

  function takeToken(text: string) {
    // White space around a pasted token comes from the terminal it was copied from, never from the token.
    forget()
    if (text !== text.trim()) form.setValue('token', text.trim())
    const read = readToken(text, trust, Date.now())
    if (read.state === 'read' && read.comparison.matches) noted(text)
  }

  /** The button that stops goes with the tries; the focus goes back to where they began. */
  function stopHere() {
    stop()
    form.setFocus('token')
  }

  usePasteAnywhere(fieldIds('token').input, mostOfToken, (text) => {
    form.setValue('token', text)
    takeToken(text)
  })

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <form
          className={styles.form}
          aria-label="Prove this trust"
          noValidate
          onSubmit={(event) => void form.handleSubmit((valid) => run(valid.token))(event)}
        >
          <TextField
            control={form.control}
            name="token"
            label="Token of the workload"
            help="Read in this browser only. A match is noted; the token leaves only when you run the exchange."
            mono
            lines={6}
            maxLength={mostOfToken}
            onTextChange={takeToken}
          />
          <div className={styles.row}>
            <SubmitButton
              label="Run the exchange"
              busyLabel="Asking Entra"
              busy={exchange.state === 'running'}
              isDone={seen}
            />
            {token !== '' && (
              <Button
                appearance="subtle"
                onClick={() => {
                  forget()
                  form.reset({ token: '' })
                }}
              >
                Clear
              </Button>
            )}
            {sample !== null && (
              <a className={styles.link} href={sample} target="_blank" rel="noreferrer">
                Get a sample token <Open16Regular aria-label="(opens a new tab)" />
              </a>
            )}
          </div>
          <p className={styles.note}>
            Send this token once: the portal presents it to Entra, and again by itself while Azure may still
            be spreading the trust. It is held in memory for that, never stored or logged. The access token
            that comes back is dropped.
          </p>
        </form>
        {exchange.state === 'failed' && <ProblemNotice error={exchange.error} />}
        <div aria-live="polite">
          {'tries' in exchange && <SpreadNotice {...exchange} onStop={stopHere} />}
        </div>
        {proof !== null && <ProofResult proof={proof} token={token} trustKey={trustKey} goesOn={goesOn} />}
        {'tries' in exchange && exchange.problem !== null && <AttemptFault problem={exchange.problem} />}
      </div>
      <div className={styles.column}>
        <TokenComparison
          reading={reading}
          trust={trust}
          now={now}
          seen={seen}
          toDoctor={
            proof === null && (
              <DoctorLink text={token} parent={trustKey.parent}>
                Find the cause in the doctor
              </DoctorLink>
            )
          }
        />
      </div>
      <div className={styles.way}>
        <BeaconPanel trustKey={trustKey} trust={trust} />
      </div>
      <div className={styles.way}>
        <SignInPanel trustKey={trustKey} />
      </div>
    </div>
  )
}
