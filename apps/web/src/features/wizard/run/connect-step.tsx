import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { ActionLink } from '../../../components/action-link.tsx'
import { QueryView } from '../../../components/query-view.tsx'
import { useWholeRun } from '../../../components/set-up/use-whole-run.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { FinishWizard } from './finish-wizard.tsx'
import { storedTrusts } from './run-words.ts'
import { TrustChoice } from '../start/trust-choice.tsx'
import { TrustWiring } from './trust-wiring.tsx'
import type { Wizard } from '../wizard.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '32px', maxWidth: '960px' },
})

/** What the workload itself needs: its code and its IDs. */
export function ConnectStep({ wizard }: { readonly wizard: Wizard }) {
  if (wizard.runId !== null) return <Connect wizard={wizard} runId={wizard.runId} />
  return (
    <Callout
      intent="information"
      title="There is nothing to connect yet"
      actions={<ActionLink href={paths.wizardStep(wizard.draftId, 'review')}>Go to review</ActionLink>}
    />
  )
}

function Connect({ wizard, runId }: { readonly wizard: Wizard; readonly runId: string }) {
  const styles = useStyles()
  const run = useWholeRun(runId)
  const [chosen, setChosen] = useState(0)
  return (
    <QueryView query={run} skeleton={<Skeleton shape="facts" count={4} label="Reading what was made" />}>
      {({ items }) => {
        const trusts = storedTrusts(items)
        const key = trusts[chosen] ?? trusts[0]
        if (key === undefined) {
          return (
            <Callout
              intent="information"
              title="No trust was stored yet"
              actions={
                <ActionLink href={paths.wizardStep(wizard.draftId, 'verify')}>See the progress</ActionLink>
              }
            />
          )
        }
        return (
          <div className={styles.page}>
            <TrustChoice trusts={trusts} chosen={chosen} onChoose={setChosen} />
            <TrustWiring key={key.trustName} trustKey={key} />
            <FinishWizard wizard={wizard} trustKey={key} />
          </div>
        )
      }}
    </QueryView>
  )
}
