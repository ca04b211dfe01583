import type { DraftSummary } from '@trustwright/shared-schemas'
import { ActionLink } from '../../../components/action-link.tsx'
import { draftTitle } from '../../../components/drafts/draft-title.ts'
import { useNow } from '../../../components/use-now.ts'
import { relativeTime } from '../../../lib/time.ts'
import { paths } from '../../../paths.ts'
import { Callout } from '../../../ui/callout.tsx'

/** The same workload is half done in an own draft. */
export function DraftBegun({ draft }: { readonly draft: DraftSummary }) {
  const now = useNow()
  const { draftId, body, createdAt } = draft
  return (
    <Callout
      intent="information"
      title={`You began ${draftTitle(body)} ${relativeTime(Date.parse(createdAt), now)}`}
      actions={
        <ActionLink href={paths.wizardStep(draftId, body.step === 'start' ? 'workload' : body.step)}>
          Go on with it
        </ActionLink>
      }
    >
      <p>Continue begins another one beside it.</p>
    </Callout>
  )
}
