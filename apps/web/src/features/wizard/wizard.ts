import type { TrustParent } from '@trustwright/shared-schemas'
import type { StoredDraft } from '../../components/drafts/use-stored-draft.ts'
import type { Clear, WizardStep } from './wizard-steps.ts'

/** What every step of the wizard works with. */
export interface Wizard extends StoredDraft {
  readonly draftId: string
  /** Null where the server never took the draft. */
  readonly storedId: string | null
  /** The newest set-up that was started from it. */
  readonly runId: string | null
  /** What is asked now is not what that set-up was started with. */
  readonly isChangedSince: boolean
  readonly clear: Clear
  readonly go: (step: WizardStep) => void
  /** A set-up began: its progress is the next step. */
  readonly began: (runId: string) => void
  /** What was to be made is there: from now on the draft is about it, so that nothing makes it a second time. */
  readonly made: (parent: TrustParent) => void
}
