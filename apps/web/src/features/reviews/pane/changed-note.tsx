import { Button } from '@fluentui/react-components'
import type { ReviewItem } from '@trustwright/shared-schemas'
import { ValueDiff } from '../../../components/value-diff.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { formChanges } from './form-changes.ts'

interface ChangedNoteProps {
  readonly item: ReviewItem
  /** Null: the review takes no decisions now. */
  readonly onRenew: (() => void) | null
  readonly isRenewing: boolean
}

/** What became of a trust since the review froze it: both forms, and the way to decide on the newer one. */
export function ChangedNote({ item, onRenew, isRenewing }: ChangedNoteProps) {
  const { changes, meanwhile, now } = item
  const around = changes.map(({ text }) => <p key={text}>{text}</p>)
  if (meanwhile === 'gone')
    return (
      <Callout intent="warning" title="Gone meanwhile">
        <p>It is not there any more.</p>
        {around}
      </Callout>
    )
  if (meanwhile === 'changed')
    return (
      <Callout
        intent="warning"
        title="Changed meanwhile"
        {...(now !== null &&
          onRenew !== null && {
            actions: (
              <Button disabledFocusable={isRenewing} onClick={() => !isRenewing && onRenew()}>
                {isRenewing ? 'Taking it' : 'Take it as it is now'}
              </Button>
            ),
          })}
      >
        <p>
          It was changed since this review was made, and a removal would leave it alone. Taken as it is now,
          it can be decided on: a decision about its form before is taken back, and that form stays in the
          evidence.
        </p>
        {now !== null && <ValueDiff changes={formChanges(item, now)} />}
        {around}
      </Callout>
    )
  if (meanwhile !== 'same' || changes.length === 0) return null
  return (
    <Callout
      intent={changes.some(({ widens }) => widens) ? 'warning' : 'information'}
      title="Changed around it since this review was made"
    >
      {around}
    </Callout>
  )
}
