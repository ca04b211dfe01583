import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { GithubAccount } from '../../components/github/github-account.tsx'
import { GithubSignIn } from '../../components/github/github-sign-in.tsx'
import { count, counted } from '../../lib/words.ts'
import { Callout } from '../../ui/callout.tsx'
import type { BulkValues } from './bulk-form.ts'
import { missingWords } from './environment-rows.ts'
import { isTold, type GithubAnswer } from './github-rows.ts'
import { Section } from './section.tsx'
import type { EnvironmentLook } from './use-environment-look.ts'
import type { GithubLook } from './use-github-look.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { display: 'grid', rowGap: '8px', justifyItems: 'start' },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
})

const shownAtOnce = 5

interface GithubSectionProps {
  readonly form: UseFormReturn<BulkValues>
  readonly look: GithubLook
  readonly environments: EnvironmentLook
  /** Keeps the page on the way to GitHub's sign-in and back. */
  readonly keep: () => Promise<string | null>
}

/**
 * How the repositories write their subjects: what GitHub said, and one question for those it did not tell of. It stands
 * beside what is filled in, since its answers come late and would move that from under the pointer.
 */
export function GithubSection({ form, look, environments, keep }: GithubSectionProps) {
  const styles = useStyles()
  const { answers, all, asking, isAsked, isConnected, canConnect, stopped, askAgain } = look
  const choice = useWatch({ control: form.control, name: 'askGithub' })
  if (all === 0) return null
  const answered = [...answers.values()]
  const told = answered.filter(isTold)
  const open = isAsked ? all - asking - told.length : all
  const renamed = answered.flatMap(({ repository }) =>
    repository === null || repository.renamedFrom === null
      ? []
      : [`${repository.renamedFrom} is now ${repository.owner}/${repository.name}`],
  )
  const signIn = <GithubSignIn keep={keep} />
  // Where no box says it already.
  const isQuietlyShort =
    !isConnected &&
    canConnect &&
    isAsked &&
    stopped === null &&
    asking === 0 &&
    (open > 0 || environments.left > 0)
  return (
    <Section title="How GitHub writes them">
      <p className={styles.quiet} aria-live="polite">
        {asking > 0
          ? `Asking GitHub how ${counted(all, 'repository writes its', 'repositories write their')} subjects: ${count(all - asking)} answered.`
          : toldWords(look, told.filter(hasIds).length, told.length)}
      </p>
      {!isAsked && choice !== 'yes' && (
        <Callout
          intent="information"
          title={`GitHub was not asked about ${counted(all, 'repository', 'repositories')}`}
          actions={
            <>
              <Button onClick={() => form.setValue('askGithub', 'yes', { shouldDirty: true })}>
                Ask GitHub
              </Button>
              {signIn}
            </>
          }
        >
          <p>
            {isConnected
              ? 'It knows which of them send IDs in their subjects.'
              : 'It knows which of them send IDs in their subjects. Nobody is signed in to GitHub here, so it answers about 60 questions an hour, for everybody who uses this portal.'}
          </p>
        </Callout>
      )}
      {stopped !== null && (
        <Callout
          intent="warning"
          title={`GitHub answered for ${count(told.length)} of ${count(all)} repositories`}
          actions={
            <>
              <Button onClick={askAgain}>Ask for the rest</Button>
              {signIn}
            </>
          }
        >
          <p>{stopped}</p>
        </Callout>
      )}
      {renamed.length > 0 && (
        <Callout intent="warning" title="Renamed at GitHub: tokens carry the new name, so the trusts do">
          <ul className={styles.list}>
            {renamed.slice(0, shownAtOnce).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {renamed.length > shownAtOnce && <p>{`${count(renamed.length - shownAtOnce)} more.`}</p>}
        </Callout>
      )}
      <Environments look={environments} />
      {isQuietlyShort && (
        <div className={styles.more}>
          <p className={styles.quiet}>
            Nobody is signed in to GitHub here: it shows no private repository, and only a few environments
            are looked up.
          </p>
          {signIn}
        </div>
      )}
      <GithubAccount onEnded={look.forget} />
      {asking === 0 && open > 0 && (
        <ChoiceField
          control={form.control}
          name="unanswered"
          label={`${counted(open, 'repository', 'repositories')} without GitHub’s word: what do ${open === 1 ? 'its' : 'their'} subjects hold?`}
          choices={[
            {
              value: 'names',
              label: 'Names alone',
              help: 'Right for repositories from before 15 July 2026 that were not renamed, moved or opted in since.',
            },
            {
              value: 'out',
              label: 'Not known: leave them out',
              help: 'They stay in the download, where IDs can be added.',
            },
          ]}
        />
      )}
    </Section>
  )
}

/** Warned of, never refused: the first job that names an environment makes it. */
function Environments({ look: { missing, told, left } }: { readonly look: EnvironmentLook }) {
  const styles = useStyles()
  return (
    <>
      {missing.length > 0 && (
        <Callout
          intent="warning"
          title={`${counted(missing.length, 'row names', 'rows name')} an environment that GitHub does not have`}
        >
          <p>The first job that names one makes it, without protection rules. Check how they are written.</p>
          <ul className={styles.list}>
            {missing.slice(0, shownAtOnce).map((one) => (
              <li key={one.number}>{missingWords(one)}</li>
            ))}
          </ul>
          {missing.length > shownAtOnce && <p>{`${count(missing.length - shownAtOnce)} more.`}</p>}
        </Callout>
      )}
      {told > 0 && left > 0 && (
        <p className={styles.quiet}>
          {`The environments of ${counted(left, 'more repository was', 'more repositories were')} not looked up, to leave GitHub’s questions to others.`}
        </p>
      )}
    </>
  )
}

function hasIds({ repository }: GithubAnswer): boolean {
  return repository !== null && repository.subject.state === 'known' && repository.subject.hasIds === true
}

function toldWords({ isAsked }: GithubLook, withIds: number, told: number): string | null {
  if (!isAsked || told === 0) return null
  const names = told - withIds
  const parts = [
    ...(withIds === 0 ? [] : [`${counted(withIds, 'repository sends', 'repositories send')} IDs`]),
    ...(names === 0 ? [] : [`${counted(names, 'repository sends', 'repositories send')} names alone`]),
  ]
  return `GitHub says: ${parts.join(', ')}. Names stand as GitHub writes them.`
}
