import { makeStyles, tokens } from '@fluentui/react-components'
import type { Proof } from '@trustwright/shared-schemas'
import { AppLink } from '../app-link.tsx'
import { DoctorLink } from '../diagnosis/doctor-link.tsx'
import { Identifier } from '../identifier.tsx'
import { useNow } from '../use-now.ts'
import { exactTime, relativeTime } from '../../lib/time.ts'
import { parentNoun } from '../parent/parent-words.ts'
import { paths, type TrustKey } from '../../paths.ts'
import { Callout } from '../../ui/callout.tsx'
import { FactList } from '../../ui/fact-list.tsx'

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingLeft: '12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  summary: { cursor: 'pointer', minHeight: '24px' },
})

interface ProofResultProps {
  readonly proof: Proof
  /** What was presented; handed to the doctor without its signature. */
  readonly token: string
  readonly trustKey: TrustKey
  /** Further tries follow: a refusal is no verdict yet. */
  readonly goesOn: boolean
}

/** What Entra answered: whom the workload became, or its refusal word for word with what to do. */
export function ProofResult({ proof, token, trustKey, goesOn }: ProofResultProps) {
  return proof.outcome === 'accepted' ? (
    <Accepted proof={proof} trustKey={trustKey} />
  ) : (
    <Refused error={proof.error} token={token} trustKey={trustKey} goesOn={goesOn} />
  )
}

type Accepted = Extract<Proof, { outcome: 'accepted' }>
type Refusal = Extract<Proof, { outcome: 'refused' }>['error']

function Accepted({ proof, trustKey }: { readonly proof: Accepted; readonly trustKey: TrustKey }) {
  const now = useNow()
  const endsAt = Date.parse(proof.accessEndsAt)
  const { became, matchedTrustName: other } = proof
  return (
    <Callout
      intent={proof.provesThisTrust ? 'success' : 'warning'}
      title={
        proof.provesThisTrust
          ? `Seen working: the workload became ${became.identityName}`
          : `The workload became ${became.identityName}, but not through this trust`
      }
    >
      {!proof.provesThisTrust && (
        <p>
          Another trust of the same {parentNoun(trustKey.parent)} matched the token
          {other === null ? '.' : ': '}
          {other !== null && (
            <AppLink href={paths.trust({ parent: trustKey.parent, trustName: other })}>{other}</AppLink>
          )}
          {other === null ? '' : '. '}This one is not proven: compare the claims above.
        </p>
      )}
      <FactList
        facts={[
          { term: 'Access ends', detail: `${relativeTime(endsAt, now)}, ${exactTime(endsAt)}` },
          { term: 'Client ID', detail: <Identifier value={became.clientId} what="client ID" /> },
          ...(became.principalId === null
            ? []
            : [{ term: 'Object ID', detail: <Identifier value={became.principalId} what="object ID" /> }]),
          { term: 'Tenant ID', detail: <Identifier value={became.tenantId} what="tenant ID" /> },
        ]}
      />
      <p>
        The access token was dropped at once. What the {parentNoun(trustKey.parent)} may do is set by its
        roles in Azure.
      </p>
    </Callout>
  )
}

interface RefusedProps extends Pick<ProofResultProps, 'token' | 'trustKey' | 'goesOn'> {
  readonly error: Refusal
}

function Refused({ error, token, trustKey, goesOn }: RefusedProps) {
  const styles = useStyles()
  const code = error.code === null ? '' : `: ${error.code}`
  if (goesOn) {
    return (
      <details>
        <summary className={styles.summary}>Entra’s answer so far{code}</summary>
        <EntraSaid error={error} />
      </details>
    )
  }
  return (
    <Callout intent="danger" role="alert" title={`Entra refused the token${code}`}>
      <p>{error.explanation}</p>
      <p>
        <strong>Next step:</strong> {error.nextStep}
      </p>
      <p>
        <DoctorLink text={`${error.message}\n${token}`} parent={trustKey.parent}>
          Find the cause in the doctor
        </DoctorLink>
      </p>
      <EntraSaid error={error} />
    </Callout>
  )
}

/** Word for word, with what its support asks for. */
function EntraSaid({ error }: { readonly error: Refusal }) {
  const styles = useStyles()
  const ids = [
    ['Correlation ID', error.correlationId],
    ['Trace ID', error.traceId],
  ] as const
  return (
    <>
      <blockquote className={styles.quote}>{error.message}</blockquote>
      <FactList
        facts={[
          ...ids.flatMap(([label, value]) =>
            value === null ? [] : [{ term: label, detail: <Identifier value={value} what={label} /> }],
          ),
          // A time that is cut short tells nothing.
          ...(error.timestamp === null ? [] : [{ term: 'Time at Entra', detail: error.timestamp }]),
        ]}
      />
    </>
  )
}
