import { Button, Checkbox } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StoredFinding } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { createAcceptRule, findingsKey, type WhoseFindings } from '../../api/finding-queries.ts'
import { UntilReasonFields } from '../../components/findings/until-reason-fields.tsx'
import { useUntilReason } from '../../components/findings/use-until-reason.ts'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { notify } from '../../components/toaster.tsx'
import { counted } from '../../lib/words.ts'
import { Modal } from '../../ui/modal.tsx'
import { acceptRuleWords } from './accept-rule-words.ts'
import { ruleParts, ruleBodyOf, type RulePartKey } from './rule-parts.ts'

interface RuleDialogProps {
  readonly finding: StoredFinding
  readonly of: WhoseFindings
  readonly onClose: () => void
}

/** Accepts in advance whatever is like this finding in the ticked parts. */
export function RuleDialog({ finding, onClose }: RuleDialogProps) {
  const queries = useQueryClient()
  const values = useUntilReason()
  const parts = ruleParts(finding)
  const [ticked, setTicked] = useState<ReadonlySet<RulePartKey>>(
    () => new Set(parts.slice(0, 1).map(({ key }) => key)),
  )
  const body = ruleBodyOf(finding, ticked)
  const create = useMutation({
    mutationFn: createAcceptRule,
    onSuccess: async ({ accepted }) => {
      await queries.invalidateQueries({ queryKey: findingsKey })
      notify({
        intent: 'success',
        title: 'Rule made',
        text: `It accepts ${counted(accepted, 'finding')} now.`,
      })
      onClose()
    },
  })
  return (
    <Modal open title="Accept findings like this one" onClose={onClose}>
      <form
        aria-label="Accept findings like this one"
        noValidate
        style={{ display: 'grid', rowGap: '16px' }}
        onSubmit={(event) => {
          event.preventDefault()
          const taken = values.take()
          if (taken !== null && !create.isPending) create.mutate({ body, ...taken })
        }}
      >
        <p>All ticked parts have to be the same. The rule and the severity always count.</p>
        <div style={{ display: 'grid' }}>
          {parts.map(({ key, label }) => (
            <Checkbox
              key={key}
              label={label}
              checked={ticked.has(key)}
              onChange={(_, { checked }) =>
                setTicked((before) => {
                  const next = new Set(before)
                  if (checked === true) next.add(key)
                  else next.delete(key)
                  return next
                })
              }
            />
          ))}
        </div>
        <p style={{ overflowWrap: 'anywhere' }}>{acceptRuleWords(body)}.</p>
        <UntilReasonFields values={values} />
        {create.error !== null && <ProblemNotice error={create.error} />}
        <div style={{ display: 'flex', gap: '8px', justifyContent: 'flex-end', flexWrap: 'wrap' }}>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton label="Make the rule" busyLabel="Making it" busy={create.isPending} />
        </div>
      </form>
    </Modal>
  )
}
