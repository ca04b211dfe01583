import { Button, Textarea, makeStyles } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { removeSwitched } from '../../../api/id-switch-calls.ts'
import { parentWriteKeys } from '../../../api/parent-queries.ts'
import { useGo } from '../../../components/app-link.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { FieldFrame, describedBy } from '../../../components/forms/field-frame.tsx'
import { Identifier } from '../../../components/identifier.tsx'
import { notify } from '../../../components/toaster.tsx'
import { paths, type TrustKey } from '../../../paths.ts'
import { WhatDepends } from '../what-depends.tsx'

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px' } })

interface RemoveStepProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly parentName: string
  /** Name of the trust with IDs. */
  readonly successor: string
  readonly isSeen: boolean
  /** What is stored may be another by now. */
  readonly onRefused: () => void
}

const why = { label: 'Why it goes all the same', help: 'The audit trail keeps it.' }

/** The last step: the trust with names goes once its successor was seen, or for a written reason. */
export function RemoveStep(props: RemoveStepProps) {
  const { trustKey, trust, parentName, successor, isSeen, onRefused } = props
  const styles = useStyles()
  const queries = useQueryClient()
  const go = useGo()
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { parent } = trustKey
  const text = reason.trim()
  const remove = useMutation({
    mutationFn: () =>
      removeSwitched({
        parent,
        trustName: trust.name,
        fingerprint: trust.fingerprint,
        ...(!isSeen && { reason: text }),
      }),
    onSuccess: () => {
      for (const queryKey of parentWriteKeys(parent)) void queries.invalidateQueries({ queryKey })
      notify({
        intent: 'success',
        title: `${successor} took the place of ${trust.name}`,
        text: `${trust.name} can be restored for 30 days from the page of ${parentName}.`,
      })
      go(paths.trust({ parent, trustName: successor }))
      queries.removeQueries({ queryKey: ['readTrust', trustKey] })
    },
  })
  return (
    <>
      <div className={styles.row}>
        <Button appearance={isSeen ? 'primary' : 'secondary'} onClick={() => setIsOpen(true)}>
          {isSeen ? `Delete ${trust.name}` : `Delete ${trust.name} without having seen ${successor} work`}
        </Button>
      </div>
      <ConfirmDialog
        open={isOpen}
        title={`Delete trust ${trust.name}`}
        confirmLabel="Delete trust"
        busyLabel="Deleting"
        busy={remove.isPending}
        error={remove.error}
        blockedReason={isSeen || text.length >= 3 ? null : 'Say why, in a few words.'}
        onConfirm={() => remove.mutate()}
        onCancel={() => {
          setIsOpen(false)
          // Not before: what is stored now may have no such step, and the dialog would go before anybody read why.
          if (remove.isError) onRefused()
          remove.reset()
        }}
      >
        <p>
          {isSeen
            ? `Runs that send IDs sign in by ${successor}. Any that still sends names loses its way in.`
            : `Nobody saw ${successor} work: where it does not, the workflow loses its only way in.`}
        </p>
        <Identifier value={trust.subject ?? ''} what="subject" whole copy={false} />
        {isOpen && <WhatDepends trust={trust} />}
        {!isSeen && (
          <FieldFrame name="switch-why" {...why} error={undefined}>
            <Textarea
              {...describedBy('switch-why', why, undefined)}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(_, { value }) => setReason(value)}
            />
          </FieldFrame>
        )}
        <p>You can restore it for 30 days.</p>
      </ConfirmDialog>
    </>
  )
}
