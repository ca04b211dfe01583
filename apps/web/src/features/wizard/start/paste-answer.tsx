import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons'
import { explainExchangeError, presetById, type PasteNote, type PasteReading } from '@trustwright/federation'
import { DoctorLink } from '../../../components/diagnosis/doctor-link.tsx'
import { AppLink } from '../../../components/app-link.tsx'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { TokenClaims } from './token-claims.tsx'
import type { Paste } from './use-paste.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  understood: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    overflowWrap: 'anywhere',
  },
  // Beside several lines it stands at the first.
  good: { color: tokens.colorStatusSuccessForeground1, marginTop: '2px' },
  note: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
})

/** What the paste says, what to know about it, and what is still missing. */
export function PasteAnswer({ paste }: { readonly paste: Paste }) {
  const styles = useStyles()
  return (
    <div className={styles.box} aria-live="polite">
      {paste.state === 'failed' && (
        <Callout intent="danger" title="The reader of pastes did not load">
          <p>Load the page again, or choose the platform below and fill it in by hand.</p>
        </Callout>
      )}
      {paste.state === 'read' && <Read reading={paste.reading} text={paste.of} />}
    </div>
  )
}

function Read({ reading, text }: { readonly reading: PasteReading; readonly text: string }) {
  const styles = useStyles()
  if (reading.kind === 'nothing') {
    return (
      <>
        <Callout intent="warning" title={reading.why}>
          <p>{reading.whatToDo}</p>
          {reading.presetId !== undefined && (
            <p>
              It looks like {presetById(reading.presetId).title}:{' '}
              <AppLink href={paths.trustCreate({ preset: reading.presetId })}>fill it in by hand</AppLink>.
            </p>
          )}
        </Callout>
        <Notes notes={reading.notes} />
      </>
    )
  }
  return (
    <>
      <p className={styles.understood}>
        <CheckmarkCircle16Filled className={styles.good} aria-hidden="true" />
        <span>
          Understood: <strong>{reading.understood}</strong>
        </span>
      </p>
      <Missing reading={reading} />
      {reading.kind === 'error' && <ErrorAnswer code={reading.code} text={text} />}
      {reading.kind === 'token' && <TokenClaims reading={reading} />}
      {reading.kind === 'several' && <p className={styles.note}>Choose one of them, or all at once.</p>}
      {reading.kind === 'credential' && <Credentials drafts={reading.drafts} />}
      <Notes notes={reading.notes} />
    </>
  )
}

function Missing({ reading }: { readonly reading: PasteReading }) {
  const styles = useStyles()
  if ((reading.kind !== 'workload' && reading.kind !== 'cluster') || reading.missing.length === 0) return null
  const guides = presetById(reading.presetId).fieldGuides
  // As the step asks it.
  const labels = reading.missing.map((key) => {
    const label = guides[key]?.label ?? key
    return label === 'Runs from' ? 'Which runs may sign in' : label
  })
  return <p className={styles.note}>Asked next: {labels.join(', ')}.</p>
}

function Credentials({
  drafts,
}: {
  readonly drafts: readonly {
    readonly claimsMatchingExpression: string | null
    readonly issuer: string | null
  }[]
}) {
  const styles = useStyles()
  const pattern = drafts.find(({ claimsMatchingExpression }) => claimsMatchingExpression !== null)
  return (
    <>
      {drafts.length > 1 && <p className={styles.note}>Choose the one to begin with, or all at once.</p>}
      {pattern !== undefined && (
        <p className={styles.note}>
          It holds a pattern.{' '}
          <AppLink
            href={paths.patternCreate({
              issuer: pattern.issuer ?? '',
              expression: pattern.claimsMatchingExpression ?? '',
            })}
          >
            Open it in the builder of patterns
          </AppLink>
          .
        </p>
      )}
    </>
  )
}

function ErrorAnswer({ code, text }: { readonly code: string; readonly text: string }) {
  const { nextStep } = explainExchangeError({ error_description: code })
  return (
    <Callout intent="information" title={`What to do about ${code}`}>
      <p>{nextStep}</p>
      <p>
        <DoctorLink text={text}>Find the cause in the doctor</DoctorLink>: it compares it with your trusts,
        letter by letter.
      </p>
    </Callout>
  )
}

function Notes({ notes }: { readonly notes: readonly PasteNote[] }) {
  const styles = useStyles()
  const grave = notes.filter(({ code }) => code === 'secret' || code === 'token' || code === 'uses-secret')
  const others = notes.filter((note) => !grave.includes(note))
  return (
    <>
      {grave.map(({ code, text }) => (
        <Callout
          key={`${code} ${text}`}
          intent="warning"
          title={code === 'token' ? 'It holds a token' : 'It holds a secret'}
        >
          <p>{text}</p>
        </Callout>
      ))}
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map(({ code, text }) => (
            <li key={`${code} ${text}`} className={styles.note}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
