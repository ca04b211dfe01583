import type { SetUpItem } from '@trustwright/shared-schemas'
import { SendRequest } from '../../../components/guardrails/send-request.tsx'
import { NoPermission } from '../../../components/state-views.tsx'
import { Callout } from '../../../ui/callout.tsx'
import type { ReviewPlan } from './review-plan.ts'

interface ReviewNotesProps {
  readonly plan: ReviewPlan
  /** The whole of what was filled in, with every role: what an administrator may be asked for. */
  readonly item: SetUpItem
  /** Of the identity. */
  readonly name: string
  /** The last look before the run found something else than was shown. */
  readonly isChanged: boolean
}

/** What speaks against it, and what to do. */
export function ReviewNotes({ plan, item, name, isChanged }: ReviewNotesProps) {
  const { missing, notes, isBlind, isAskable } = plan
  return (
    <>
      {isChanged && (
        <Callout intent="warning" role="alert" title="Azure told something new meanwhile. Nothing was made">
          <p>The list above is new. Look at it once more, then go on.</p>
        </Callout>
      )}
      {missing !== null && <NoPermission to={missing.to} access={missing.access} />}
      {notes.map(({ title, text }) => (
        <Callout key={title} intent="warning" title={title}>
          <p>{text}</p>
        </Callout>
      ))}
      {isAskable && (
        <Callout
          intent="information"
          title="An administrator of this portal can do it for you"
          actions={<SendRequest asked={{ kind: 'set-up', items: [item] }} what={name} />}
        >
          <p>They see all of it as it stands here, with its access. You see what becomes of it.</p>
        </Callout>
      )}
      {isBlind && (
        <Callout intent="information" title="Azure was not asked what is there already">
          <p>Creating finds it out: what is there already is never made twice.</p>
        </Callout>
      )}
    </>
  )
}
