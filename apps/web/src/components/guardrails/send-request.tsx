import { Button, Textarea } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewTrustRequest } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { createRequest, requestsKey } from '../../api/request-queries.ts'
import { paths } from '../../paths.ts'
import { Modal } from '../../ui/modal.tsx'
import { useGo } from '../app-link.tsx'
import { FieldFrame, describedBy } from '../forms/field-frame.tsx'
import { SubmitButton } from '../forms/submit-button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { notify } from '../toaster.tsx'

interface SendRequestProps {
  readonly asked: NewTrustRequest['asked']
  /** Of what is asked for, such as `gh-pay`, `a change of gh-pay` or `3 rows`. */
  readonly what: string
  /** Stands behind the words of the button where there are several. */
  readonly name?: string
}

const field = { label: 'Why it is needed', help: 'The administrators read it beside the filled form.' }

/** Hands the filled form to the administrators of the portal. */
export function SendRequest({ asked, what, name }: SendRequestProps) {
  const queries = useQueryClient()
  const go = useGo()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const error = tried && why.trim() === '' ? 'Say why it is needed.' : undefined
  const send = useMutation({
    mutationFn: createRequest,
    onSuccess: ({ requestId }) => {
      void queries.invalidateQueries({ queryKey: requestsKey })
      notify({ intent: 'success', title: 'Request sent', text: 'You see here what becomes of it.' })
      go(paths.request(requestId))
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {name === undefined ? 'Send a request' : `Send a request for ${name}`}
      </Button>
      <Modal
        open={open}
        title={`Ask for ${what}`}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <SubmitButton
              type="button"
              label="Send the request"
              busyLabel="Sending"
              busy={send.isPending}
              onClick={() => {
                setTried(true)
                if (why.trim() !== '' && !send.isPending) send.mutate({ asked, why: why.trim() })
              }}
            />
          </>
        }
      >
        <p>
          The form goes to the administrators as it is filled now. Who approves does it with their own rights.
        </p>
        <FieldFrame name="request-why" {...field} error={error}>
          <Textarea
            {...describedBy('request-why', field, error)}
            rows={4}
            maxLength={1000}
            value={why}
            onChange={(_, { value }) => setWhy(value)}
          />
        </FieldFrame>
        {send.error !== null && <ProblemNotice error={send.error} />}
      </Modal>
    </>
  )
}
