import { makeStyles, tokens } from '@fluentui/react-components'
import type { SetUpDryRun, SetUpItem } from '@trustwright/shared-schemas'
import { CopyButton } from '../../components/copy-button.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { NoPermission } from '../../components/state-views.tsx'
import { useRequester } from '../../components/use-requester.ts'
import { duration } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'
import { Callout } from '../../ui/callout.tsx'
import { nameOfSetUpParent } from './bulk-csv.ts'
import { SendRequest } from '../../components/guardrails/send-request.tsx'
import { allRequests, askable, dryRunLines, troubled, trustsToCreate, withoutRight } from './dry-run-words.ts'
import { Section } from './section.tsx'
import { rowWords, useStepWords } from './step-words.ts'
import { useDryRun } from './use-dry-run.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', rowGap: '4px' },
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  // The answer pushes it down: it stays in sight at the end of the page, or of the panel that scrolls within itself.
  action: {
    position: 'sticky',
    bottom: 0,
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (min-width: 1200px)': {
      bottom: '-20px',
      margin: '0 -20px -20px',
      padding: '12px 20px 20px',
      backgroundColor: tokens.colorNeutralBackground2,
    },
  },
})

const shownAtOnce = 20

interface CheckSectionProps {
  readonly items: readonly SetUpItem[]
  /** Why nothing can be asked yet; null when it can. */
  readonly blockedReason: string | null
  readonly onStarted: (runId: string) => void
}

/** First a look at Azure that writes nothing, then the run. A change to the rows asks for a new look. */
export function CheckSection({ items, blockedReason, onStarted }: CheckSectionProps) {
  const styles = useStyles()
  const { seen, reading, look, start } = useDryRun(items, onStarted)
  const trusts = items.reduce((sum, item) => sum + item.trusts.length, 0)
  const toCreate = seen === null ? 0 : trustsToCreate(seen)
  return (
    <Section title="4. Check, then create">
      {look.error !== null && <ProblemNotice error={look.error} onRetry={() => look.mutate()} />}
      {seen !== null && <Seen seen={seen} />}
      {seen !== null && <AskForRows items={askable(items, seen)} />}
      {start.error !== null && <ProblemNotice error={start.error} />}
      {/* One button for both, so that the focus stays on it when the look turns it into the next step. */}
      <div className={styles.action}>
        <SubmitButton
          type="button"
          label={seen === null ? `Check ${counted(trusts, 'trust')}` : createWords(toCreate)}
          busyLabel={seen === null ? lookingWords(reading) : 'Starting'}
          busy={look.isPending || start.isPending}
          blockedReason={
            seen !== null && toCreate === 0
              ? 'Everything is there already, or needs a change first.'
              : blockedReason
          }
          onClick={() => (seen === null ? look.mutate() : start.mutate())}
        />
      </div>
    </Section>
  )
}

function lookingWords(reading: { readonly read: number; readonly all: number } | null): string {
  if (reading === null) return 'Looking at Azure'
  return `Looking at Azure: ${count(reading.read)} of ${count(reading.all)} identities read`
}

function createWords(trusts: number): string {
  return trusts === 0 ? 'Nothing to create' : `Create ${counted(trusts, 'trust')}`
}

function Seen({ seen }: { readonly seen: SetUpDryRun }) {
  const styles = useStyles()
  const words = useStepWords()
  const trouble = [
    ...seen.refused.map(({ key, problems }) => ({ key, words: problems[0]?.message ?? '' })),
    ...troubled(seen.items, words),
  ]
  const blocked = seen.parents.filter(({ problem, write }) => problem !== null && write?.allowed !== false)
  return (
    <div className={styles.box} aria-live="polite">
      <Callout intent="information" title="Azure was looked at, and nothing was written">
        <ul className={styles.list}>
          {dryRunLines(seen).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{`Takes about ${duration(seen.seconds)}. You can leave the page meanwhile.`}</p>
      </Callout>
      {trouble.length > 0 && (
        <Callout intent="warning" title={`${counted(trouble.length, 'row')} will not come through`}>
          <ul className={styles.list}>
            {trouble.slice(0, shownAtOnce).map(({ key, words: why }) => (
              <li key={`${key} ${why}`}>{`${rowWords(key)}: ${why}`}</li>
            ))}
          </ul>
          {trouble.length > shownAtOnce && (
            <p>{`${counted(trouble.length - shownAtOnce, 'more')} like these.`}</p>
          )}
        </Callout>
      )}
      <MissingRights seen={seen} />
      {blocked.map(({ parent, problem }) => (
        <Callout
          key={JSON.stringify(parent)}
          intent="warning"
          title={`${nameOfSetUpParent(parent)}: ${problem?.detail ?? ''}`}
        >
          <p>{problem?.nextStep}</p>
        </Callout>
      ))}
    </div>
  )
}

const mostAsked = 200

/** What the person may not do themselves goes to the administrators, as it is filled in. */
function AskForRows({ items }: { readonly items: readonly SetUpItem[] }) {
  const asked = items.slice(0, mostAsked)
  if (asked.length === 0) return null
  const what = counted(asked.length, 'row')
  return (
    <Callout
      intent="information"
      title={`An administrator of this portal can do ${what} for you`}
      actions={<SendRequest asked={{ kind: 'set-up', items: asked }} what={what} />}
    >
      <p>
        They see the rows as they are filled in. You see what becomes of them.
        {items.length > mostAsked &&
          ` One request takes ${mostAsked} of the ${count(items.length)}: send the first, then leave those rows out.`}
      </p>
    </Callout>
  )
}

function MissingRights({ seen: { parents } }: { readonly seen: SetUpDryRun }) {
  const requester = useRequester()
  const lacking = withoutRight(parents)
  return (
    <>
      {lacking.slice(0, shownAtOnce).map(({ parent: { parent }, access }) => (
        <NoPermission
          key={JSON.stringify(parent)}
          to={`add trusts to ${nameOfSetUpParent(parent)}`}
          access={access}
        />
      ))}
      {lacking.length > 1 && (
        <div>
          <CopyButton
            value={allRequests(parents, requester)}
            what={`the ${lacking.length} requests`}
            text={`Copy all ${lacking.length} requests`}
            appearance="secondary"
          />
        </div>
      )}
    </>
  )
}
