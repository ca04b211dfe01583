import { Button, Textarea } from '@fluentui/react-components'
import type { TrustRequest } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { declineRequest } from '../../api/request-queries.ts'
import { FieldFrame, describedBy } from '../../components/forms/field-frame.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useDecision } from './use-decision.ts'
import { nameOfWish } from './wish-words.ts'

const answerField = { label: 'Why it is declined', help: 'They read it with their request.' }

/** Says no, with words for who asked. */
export function DeclineRequest({
  request,
  onClose,
}: {
  readonly request: TrustRequest
  readonly onClose: () => void
}) {
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const decline = useDecision(request, declineRequest, () => 'Request declined')
  const error = tried && answer.trim() === '' ? 'Say why it is declined.' : undefined
  return (
    <Modal
      open
      title={`Decline the request for ${nameOfWish(request.asked)}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton
            type="button"
            label="Decline the request"
            busyLabel="Declining"
            busy={decline.isPending}
            onClick={() => {
              setTried(true)
              if (answer.trim() !== '' && !decline.isPending)
                decline.mutate({ ...request, answer: answer.trim() })
            }}
          />
        </>
      }
    >
      <FieldFrame name="decline-answer" {...answerField} error={error}>
        <Textarea
          {...describedBy('decline-answer', answerField, error)}
          rows={4}
          maxLength={1000}
          value={answer}
          onChange={(_, { value }) => setAnswer(value)}
        />
      </FieldFrame>
      {decline.error !== null && <ProblemNotice error={decline.error} />}
    </Modal>
  )
}
