import type { RequestWish } from '@trustwright/shared-schemas'
import { Callout } from '../../ui/callout.tsx'
import { SendRequest } from '../guardrails/send-request.tsx'

interface RoleWishNoteProps {
  /** Null while something of it is missing. */
  readonly wish: RequestWish | null
  /** Of the identity or application. */
  readonly name: string
}

/** Whoever may not give a role asks an administrator of the portal for it, as it is filled in. */
export function RoleWishNote({ wish, name }: RoleWishNoteProps) {
  return (
    <Callout
      intent="information"
      title="An administrator of this portal can give it for you"
      {...(wish !== null && { actions: <SendRequest asked={wish} what={`a role of ${name}`} /> })}
    >
      <p>
        {wish === null
          ? 'Choose the task and the place above: then you can send them as a request.'
          : 'They see the role and the place as they stand here. You see what becomes of it.'}
      </p>
    </Callout>
  )
}
