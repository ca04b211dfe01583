import { Button, makeStyles, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Filled,
  Info16Regular,
  Open16Regular,
  TextEditStyle16Regular,
} from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { GithubRepository } from '@trustwright/shared-schemas'
import { githubConnectionQuery } from '../../../api/github-queries.ts'
import { PlatformMark } from '../../../components/platform-mark.tsx'
import { pageOfRepository } from '../../../components/workload/asked-github.ts'
import { fieldsOfRepository, subjectWords } from '../../../components/workload/github-facts.ts'
import { calendarDay } from '../../../lib/time.ts'
import { Callout } from '../../../ui/callout.tsx'
import type { Corrected, GithubLookUp } from './github-look-up.ts'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: '4px 12px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    justifySelf: 'start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  quiet: { gridColumn: 2, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  sign: { display: 'flex', justifyContent: 'center', paddingTop: '2px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
})

interface GithubFoundProps {
  readonly lookUp: GithubLookUp
  readonly repository: GithubRepository
  readonly values: Readonly<Record<string, string>>
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
}

/** What GitHub says about the repository, and where that differs from what was typed. */
export function GithubFound({ lookUp, repository, values, onFill }: GithubFoundProps) {
  const styles = useStyles()
  const { owner, name, archived } = repository
  const connection = useQuery(githubConnectionQuery).data
  const subject = subjectWords(repository)
  const truth = fieldsOfRepository(values, repository)
  const ids = truth['identifiers'] === 'ids' ? ['ownerId', 'repositoryId'] : []
  const differs = ['owner', 'repository', 'identifiers', 'entity', ...ids].some(
    (key) => (truth[key] ?? '') !== (values[key] ?? ''),
  )
  return (
    <>
      <div className={styles.card}>
        <PlatformMark mark="github" />
        <a
          className={styles.name}
          href={pageOfRepository(repository, connection?.webUrl)}
          target="_blank"
          rel="noreferrer"
        >
          {owner}/{name}
          <Open16Regular aria-label="opens at GitHub" />
        </a>
        <p className={styles.quiet}>{factsOf(repository).join(' · ')}</p>
        {subject !== null && (
          <>
            <span className={styles.sign}>
              {isLasting(repository) ? (
                <CheckmarkCircle16Filled className={styles.good} aria-hidden="true" />
              ) : (
                <Info16Regular aria-hidden="true" />
              )}
            </span>
            <p>{subject}</p>
          </>
        )}
        {lookUp.corrected !== null && (
          <>
            <span className={styles.sign}>
              <TextEditStyle16Regular aria-hidden="true" />
            </span>
            <p>{correctedWords(lookUp.corrected, `${owner}/${name}`)}</p>
          </>
        )}
      </div>
      {archived === true && (
        <Callout intent="warning" title="The repository is archived">
          <p>No workflow runs in it until somebody takes it out of the archive.</p>
        </Callout>
      )}
      {differs && (
        <Callout
          intent="warning"
          title="The fields say something else than GitHub does"
          actions={<Button onClick={() => onFill(truth)}>Use what GitHub says</Button>}
        >
          <p>No token of this repository matches the trust as it stands.</p>
        </Callout>
      )}
    </>
  )
}

function correctedWords({ from, isRenamed }: Corrected, to: string): string {
  return isRenamed
    ? `${from} is now ${to}, which tokens carry. Trusts of the old name match nothing any more.`
    : `GitHub writes it ${to}, not ${from}. Azure compares every letter, so the trust has GitHub’s.`
}

/** A rename does not break the trust. */
function isLasting({ subject }: GithubRepository): boolean {
  return subject.state === 'known' && subject.hasIds === true
}

function factsOf({ visibility, createdAt, ownerId, repositoryId }: GithubRepository): readonly string[] {
  return [
    visibility,
    createdAt === null ? null : `created ${calendarDay(createdAt)}`,
    repositoryId === null ? null : `repository ID ${repositoryId}`,
    ownerId === null ? null : `owner ID ${ownerId}`,
  ].filter((fact) => fact !== null)
}
