import { makeStyles } from '@fluentui/react-components'
import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { useGo } from '../../components/app-link.tsx'
import { ConflictNotice } from '../../components/drafts/conflict-notice.tsx'
import { LeaveDialog } from '../../components/drafts/leave-dialog.tsx'
import { unsavedId } from '../../components/drafts/local-draft.ts'
import { isSameBody } from '../../components/drafts/same-body.ts'
import { SaveLine } from '../../components/drafts/save-line.tsx'
import { useLeaveGuard } from '../../components/drafts/use-leave-guard.ts'
import { useStoredDraft, type StoredDraft } from '../../components/drafts/use-stored-draft.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { paths } from '../../paths.ts'
import { clearOf } from './clear-steps.ts'
import { MoveOnContext } from './move-on.ts'
import { StepView } from './step-view.tsx'
import { Stepper } from './stepper.tsx'
import { useEnterMovesOn } from './use-enter-moves-on.ts'
import type { Wizard } from './wizard.ts'
import { stepTitles, type WizardStep } from './wizard-steps.ts'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
})

interface WizardBodyProps {
  readonly draft: Draft
  readonly step: WizardStep
  /** The server took the draft under another ID than that of the address. */
  readonly onStoredAs: (draft: Draft) => void
}

/** Head, steps, how the draft stands, and the step that is open. */
export function WizardBody({ draft, step, onStoredAs }: WizardBodyProps) {
  const styles = useStyles()
  const go = useGo()
  // Another tab's draft replaces what the fields of the open step hold.
  const [revision, setRevision] = useState(0)
  const stored = useStoredDraft(draft, (as) => {
    onStoredAs(as)
    go(paths.wizardStep(as.draftId, step), { replace: true })
  })
  const wizard = useWizard(draft, stored)
  const leaving = useLeaveGuard(stored.save)
  const moveOn = useEnterMovesOn(step)
  return (
    <>
      <PageHeader
        title={stepTitles[step]}
        breadcrumbs={[{ text: 'New trust', href: paths.trustCreate() }]}
        actions={<SaveLine save={stored.save} />}
      />
      <div className={styles.page}>
        <Stepper wizard={wizard} current={step} />
        {stored.save.state === 'conflict' && (
          <ConflictNotice
            theirs={stored.save.theirs}
            onTake={(theirs) => {
              stored.takeTheirs(theirs)
              setRevision((before) => before + 1)
            }}
            onKeep={stored.keepMine}
          />
        )}
        <MoveOnContext value={moveOn}>
          <StepView key={`${step} ${revision}`} wizard={wizard} step={step} />
        </MoveOnContext>
      </div>
      <LeaveDialog
        open={leaving.status === 'blocked'}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
      />
    </>
  )
}

function useWizard({ draftId, runId: openedRun }: Draft, stored: StoredDraft): Wizard {
  const cloud = useCloud()
  const go = useGo()
  const [runId, setRunId] = useState(openedRun)
  const [asked, setAsked] = useState<DraftBody | null>(null)
  const { body, change } = stored
  return {
    ...stored,
    draftId,
    storedId: draftId === unsavedId ? null : draftId,
    runId,
    isChangedSince: asked !== null && !isSameBody({ ...asked, step: body.step }, body),
    clear: clearOf(body, cloud),
    go: (next) => {
      change({ step: next })
      go(paths.wizardStep(draftId, next))
    },
    began: (id) => {
      setRunId(id)
      setAsked(body)
      change({ step: 'verify' })
      go(paths.wizardStep(draftId, 'verify'))
    },
    made: (parent) => {
      const now = { kind: 'existing', parent } as const
      setAsked((before) => (before === null ? null : { ...before, parent: now }))
      change({ parent: now })
    },
  }
}
