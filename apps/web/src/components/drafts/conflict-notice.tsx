import { Button } from '@fluentui/react-components'
import type { Draft } from '@trustwright/shared-schemas'
import { draftTitle } from './draft-title.ts'
import { exactTime } from '../../lib/time.ts'
import { Callout } from '../../ui/callout.tsx'

interface ConflictNoticeProps {
  readonly theirs: Draft
  readonly onTake: (theirs: Draft) => void
  readonly onKeep: (theirs: Draft) => void
}

/** Two tabs wrote the same draft: nothing is lost until the person chose. */
export function ConflictNotice({ theirs, onTake, onKeep }: ConflictNoticeProps) {
  return (
    <Callout
      intent="warning"
      role="alert"
      title="This draft was saved in another tab"
      actions={
        <>
          <Button onClick={() => onKeep(theirs)}>Keep what is here</Button>
          <Button onClick={() => onTake(theirs)}>Take the other one</Button>
        </>
      }
    >
      <p>
        The other one was saved at {exactTime(Date.parse(theirs.changedAt))} and is about{' '}
        {draftTitle(theirs.body)}. Until you choose, what you type stays in this tab alone.
      </p>
    </Callout>
  )
}
