import { makeStyles, tokens } from '@fluentui/react-components'
import { GithubAge } from './github-age.tsx'
import { GithubFound } from './github-found.tsx'
import type { GithubLookUp } from './github-look-up.ts'
import { GithubMissed } from './github-missed.tsx'
import { GithubOutcome } from '../../../components/github/github-outcome.tsx'
import { KnownFormatNote } from './known-format-note.tsx'
import type { Wizard } from '../wizard.ts'

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface GithubPanelProps {
  readonly lookUp: GithubLookUp
  readonly values: Readonly<Record<string, string>>
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
  /** GitHub does not tell how the subject is made. */
  readonly asksAge: boolean
  /** Said at the question, after Continue without an answer. */
  readonly ageProblem: string | null
  readonly wizard: Wizard
  readonly outcome: string | undefined
}

/** The repository as GitHub names it: its own case, its numbers, how its subjects are made, and what may run. */
export function GithubPanel(props: GithubPanelProps) {
  const { lookUp, values, onFill, asksAge, ageProblem, wizard, outcome } = props
  const styles = useStyles()
  const { asked, asking, error, repository } = lookUp
  return (
    <div className={styles.box}>
      <GithubOutcome outcome={outcome} />
      <div className={styles.box} aria-live="polite">
        {asking && repository === null && asked !== null && (
          <p className={styles.quiet}>Asking GitHub about {asked}</p>
        )}
        {!asking && error !== null && (
          <GithubMissed
            error={error}
            at={lookUp.errorAt}
            repository={asked ?? ''}
            wizard={wizard}
            onRetry={lookUp.retry}
          />
        )}
        {repository !== null && (
          <GithubFound lookUp={lookUp} repository={repository} values={values} onFill={onFill} />
        )}
      </div>
      {asksAge && (
        <GithubAge
          value={values['identifiers'] ?? ''}
          problem={ageProblem}
          known={<KnownFormatNote wizard={wizard} repository={asked ?? ''} />}
          onAnswer={(identifiers) => onFill({ identifiers })}
        />
      )}
    </div>
  )
}
