import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { WholeRun } from '../../../api/bulk-calls.ts'
import { LeftRoles } from '../../../components/access/left-roles.tsx'
import { ActionLink } from '../../../components/action-link.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useWholeRun } from '../../../components/set-up/use-whole-run.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { isBegun, isComplete, leftRoles, madeParent, storedAt, storedTrusts } from './run-words.ts'
import { nameOfDraftParent } from '../parent-of-draft.ts'
import { RunProgress } from './run-progress.tsx'
import { TrustChoice } from '../start/trust-choice.tsx'
import { TrustProof } from './trust-proof.tsx'
import type { Wizard } from '../wizard.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px' },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
})

/** What is being made, and then the proof that it works. */
export function VerifyStep({ wizard }: { readonly wizard: Wizard }) {
  if (wizard.runId !== null) return <Verify wizard={wizard} runId={wizard.runId} />
  return (
    <Callout
      intent="information"
      title="Nothing was created yet"
      actions={<ActionLink href={paths.wizardStep(wizard.draftId, 'review')}>Go to review</ActionLink>}
    />
  )
}

function Verify({ wizard, runId }: { readonly wizard: Wizard; readonly runId: string }) {
  const run = useWholeRun(runId)
  useMadeParent(wizard, run.data)
  return (
    <QueryView query={run} skeleton={<Skeleton shape="rows" count={3} label="Reading the progress" />}>
      {(page) => <Outcome wizard={wizard} page={page} />}
    </QueryView>
  )
}

/** Whoever goes back and changes something must not get a second identity or application beside the one that is there. */
function useMadeParent({ body, made }: Wizard, page: WholeRun | undefined) {
  const parent = page === undefined || page.run.state === 'running' ? null : madeParent(page.items)
  const isDue = parent !== null && body.parent !== null && body.parent.kind !== 'existing'
  useEffect(() => {
    if (isDue && parent !== null) made(parent)
  })
}

function Outcome({ wizard, page }: { readonly wizard: Wizard; readonly page: WholeRun }) {
  const styles = useStyles()
  const [chosen, setChosen] = useState(0)
  const trusts = storedTrusts(page.items)
  const key = trusts[chosen] ?? trusts[0]
  return (
    <div className={styles.page}>
      <section className={styles.part} aria-label="Created">
        <h2 className={styles.title}>{titleOf(page)}</h2>
        <RunProgress wizard={wizard} page={page} />
        <LeftToOthers wizard={wizard} page={page} />
      </section>
      {key !== undefined && page.run.state !== 'running' && (
        <section className={styles.part} aria-label="Proof">
          <h2 className={styles.title}>Does it work?</h2>
          <TrustChoice trusts={trusts} chosen={chosen} onChoose={setChosen} />
          <TrustProof
            key={key.trustName}
            trustKey={key}
            storedAt={storedAt(page.items)}
            connectAt={paths.wizardStep(wizard.draftId, 'connect')}
          />
        </section>
      )}
    </div>
  )
}

/** What somebody else has to give before the workload can do anything with its sign-in. */
function LeftToOthers({
  wizard,
  page: { run, items },
}: {
  readonly wizard: Wizard
  readonly page: WholeRun
}) {
  const [item] = items
  const left = leftRoles(wizard.body.access, items)
  if (item === undefined || left.length === 0 || wizard.isChangedSince || !isComplete(run, items)) return null
  const made = item.steps.find(({ result }) => result?.['principalId'] !== undefined)
  return (
    <LeftRoles
      name={nameOfDraftParent(wizard.body.parent)}
      parent={item.parent}
      principalId={made?.result?.['principalId'] ?? null}
      roles={left}
    />
  )
}

function titleOf({ run, items }: WholeRun): string {
  if (run.state === 'running') return 'Being created'
  if (isComplete(run, items)) return 'In Azure now'
  return isBegun(items) ? 'Created in part' : 'Nothing was created'
}
