import type { GuardrailRefusal } from '@trustwright/shared-schemas'
import type { ReactNode } from 'react'
import { Callout } from '../../ui/callout.tsx'
import { GuardrailList } from './guardrail-list.tsx'

interface GuardrailNoticeProps {
  readonly refusals: readonly GuardrailRefusal[]
  /** Such as the button that sends a request. */
  readonly actions?: ReactNode
  /** It answers what the person just did. */
  readonly isAnswer?: boolean
  /** Of which of several trusts it speaks. */
  readonly name?: string
}

/** Said before or after a write: rules of the portal forbid it. */
export function GuardrailNotice({ refusals, actions, isAnswer = false, name }: GuardrailNoticeProps) {
  if (refusals.length === 0) return null
  return (
    <Callout
      intent="danger"
      title={
        name === undefined ? 'A rule of your portal forbids this' : `A rule of your portal forbids ${name}`
      }
      {...(isAnswer && { role: 'alert' as const })}
      {...(actions !== undefined && { actions })}
    >
      <GuardrailList refusals={refusals} />
      {isAnswer && <p>Nothing was sent to Azure.</p>}
    </Callout>
  )
}
