import { Button } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { acceptFindings, findingsKey } from '../../api/finding-queries.ts'
import { SubmitButton } from '../forms/submit-button.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { notify } from '../toaster.tsx'
import { counted } from '../../lib/words.ts'
import { Modal } from '../../ui/modal.tsx'
import { UntilReasonFields } from './until-reason-fields.tsx'
import { useUntilReason } from './use-until-reason.ts'

interface AcceptDialogProps {
  readonly findings: readonly Pick<StoredFinding, 'hash'>[]
  readonly onAccepted: () => void
  readonly onClose: () => void
}

/** Accepts findings until a day, for a reason. */
export function AcceptDialog({ findings, onAccepted, onClose }: AcceptDialogProps) {
  const queries = useQueryClient()
  const values = useUntilReason()
  const what = findings.length === 1 ? 'this finding' : counted(findings.length, 'finding')
  const accept = useMutation({
    mutationFn: acceptFindings,
    onSuccess: async ({ accepted }) => {
      await queries.invalidateQueries({ queryKey: findingsKey })
      notify({
        intent: 'success',
        title: `${counted(accepted, 'finding')} accepted`,
        text: `Until ${values.day}.`,
      })
      onAccepted()
    },
  })
  return (
    <Modal open title={`Accept ${what}`} onClose={onClose}>
      <form
        aria-label={`Accept ${what}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const taken = values.take()
          if (taken !== null && !accept.isPending)
            accept.mutate({ ...taken, hashes: findings.map(({ hash }) => hash) })
        }}
        style={{ display: 'grid', rowGap: '16px' }}
      >
        <p>It stays as it is and no longer counts as open. Once a fact of it changes, it is open again.</p>
        <UntilReasonFields values={values} />
        {accept.error !== null && <ProblemNotice error={accept.error} />}
        <div style={{ display: 'flex', gap: '8px', justifyContent: 'flex-end', flexWrap: 'wrap' }}>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton label={`Accept ${what}`} busyLabel="Accepting" busy={accept.isPending} />
        </div>
      </form>
    </Modal>
  )
}
