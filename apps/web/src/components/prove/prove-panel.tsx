import { zodResolver } from '@hookform/resolvers/zod'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { ProofRequest, limits, type Trust } from '@trustwright/shared-schemas'
import { useForm, useWatch } from 'react-hook-form'
import { announce } from '../announcer.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { SubmitButton } from '../forms/submit-button.tsx'
import { TextField } from '../forms/text-field.tsx'
import { fieldIds } from '../forms/field-frame.tsx'
import { useNow } from '../use-now.ts'
import { usePasteAnywhere } from '../use-paste-anywhere.ts'
import { useSession } from '../use-session.ts'
import { ProofResult } from './proof-result.tsx'
import { sampleTokenAddress } from './sample-token-address.ts'
import { SpreadNotice } from './spread-notice.tsx'
import { TokenComparison } from './token-comparison.tsx'
import { readToken } from './token-reading.ts'
import type { TrustKey } from '../../paths.ts'
import { useExchange } from './use-exchange.ts'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '32px',
    maxWidth: '1200px',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
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
  /** A pasted token carries the same claims; given the moment, ISO 8601. */
  readonly onMatched: (at: string) => void
}

/**
 * Compares a token with the trust in this browser, and on demand runs the real exchange with it. The token lives in this
 * form alone and is gone when the section closes.
 */
export function ProvePanel({ trustKey, trust, onMatched }: ProvePanelProps) {
  const styles = useStyles()
  const { settings } = useSession()
  const queries = useQueryClient()
  const now = useNow(5000)
  const form = useForm<ProofRequest>({ resolver: zodResolver(ProofRequest), defaultValues: { token: '' } })
  const { exchange, run, stop, forget } = useExchange(trustKey, (proof) => {
    if (proof.outcome === 'accepted') announce(`Entra took the token: it became ${proof.became.identityName}`)
    void queries.invalidateQueries({ queryKey: ['readTrust', trustKey] })
    void queries.invalidateQueries({ queryKey: ['listParentActivity', trustKey.parent] })
  })
  const token = useWatch({ control: form.control, name: 'token' })
  const reading = readToken(token, trust, now)
  const matches = reading.state === 'read' && reading.comparison.matches
  const seen =
    exchange.state === 'answered' && exchange.proof.outcome === 'accepted' && exchange.proof.provesThisTrust
  const sample = sampleTokenAddress(settings.sampleTokenUrl, trust)

  function takeToken(text: string) {
    // White space around a pasted token comes from the terminal it was copied from, never from the token.
    forget()
    if (text !== text.trim()) form.setValue('token', text.trim())
    const read = readToken(text, trust, Date.now())
    if (read.state === 'read' && read.comparison.matches) onMatched(new Date().toISOString())
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
          onSubmit={(event) => void form.handleSubmit((valid) => run(valid.token, matches))(event)}
        >
          <TextField
            control={form.control}
            name="token"
            label="Token of the workload"
            help="Read in this browser only. Nothing leaves until you run the exchange."
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
            The exchange sends the token over this session to Entra, and again with each further try. It is
            not stored and not logged. The access token that comes back is dropped.
          </p>
        </form>
        {exchange.state === 'failed' && <ProblemNotice error={exchange.error} />}
        {exchange.state === 'answered' && <ProofResult proof={exchange.proof} trustKey={trustKey} />}
        {exchange.state === 'answered' &&
          exchange.proof.outcome === 'refused' &&
          matches &&
          exchange.proof.error.mayStillSpread && (
            <SpreadNotice retries={exchange.retries} nextAt={exchange.nextAt} onStop={stop} />
          )}
      </div>
      <div className={styles.column}>
        <TokenComparison reading={reading} trust={trust} now={now} seen={seen} />
      </div>
    </div>
  )
}
