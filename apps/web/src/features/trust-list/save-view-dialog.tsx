import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { NewView, viewEndpoints, type SavedView } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useGo } from '../../components/app-link.tsx'
import { announce } from '../../components/announcer.tsx'
import { SubmitButton } from '../../components/forms/submit-button.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { useSession } from '../../components/use-session.ts'
import { paths } from '../../paths.ts'
import { Modal } from '../../ui/modal.tsx'
import { viewsQuery } from './view-queries.ts'
import { searchOf, type ViewState } from './view-state.ts'

interface SaveViewDialogProps {
  /** The view that is open, to save over; null for none. */
  readonly current: SavedView | null
  readonly state: ViewState
  readonly onClose: () => void
}

/** Saves query, order and columns under a name. Administrators may share it with everybody. */
export function SaveViewDialog({ current, state, onClose }: SaveViewDialogProps) {
  const queries = useQueryClient()
  const go = useGo()
  const { user } = useSession()
  const isAdmin = user?.isAdmin === true
  const mayChange = current !== null && (!current.shared || isAdmin)
  const [name, setName] = useState(mayChange ? current.name : '')
  const [shared, setShared] = useState(mayChange ? current.shared : false)
  const [shownReason, setShownReason] = useState<string | null>(null)
  const body: NewView = { ...state, name, shared }
  const save = useMutation({
    mutationFn: (over: SavedView | null) =>
      over === null
        ? call(viewEndpoints.createView, { body })
        : call(viewEndpoints.saveView, {
            params: { viewId: over.viewId },
            body: { ...body, version: over.version },
          }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: viewsQuery.queryKey })
      announce(`View ${saved.name} saved`)
      go(paths.trusts(searchOf(saved)), { replace: true })
      onClose()
    },
    // Whoever saved meanwhile is in the list that comes.
    onError: () => queries.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  })
  function send(over: SavedView | null) {
    const checked = NewView.safeParse(body)
    setShownReason(checked.success ? null : (checked.error.issues[0]?.message ?? null))
    if (checked.success) save.mutate(over)
  }
  return (
    <Modal
      open
      title="Save view"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {mayChange && (
            <Button disabledFocusable={save.isPending} onClick={() => send(null)}>
              Save as another
            </Button>
          )}
          <SubmitButton
            type="button"
            label={mayChange ? 'Save changes' : 'Save view'}
            busyLabel="Saving"
            busy={save.isPending}
            blockedReason={null}
            onClick={() => send(mayChange ? current : null)}
          />
        </>
      }
    >
      <p>It keeps the query, the order and the columns. Each time it opens it shows what fits then.</p>
      <Field label="Name" {...(shownReason === null ? {} : { validationMessage: shownReason })}>
        <Input value={name} onChange={(_, data) => setName(data.value)} data-first-focus="" maxLength={60} />
      </Field>
      <Checkbox
        label="Share it with everybody of the tenant"
        checked={shared}
        disabled={!isAdmin}
        onChange={() => setShared(!shared)}
      />
      {!isAdmin && (
        <p>Sharing is for administrators of the portal. A link to the list shows others the same.</p>
      )}
      {save.error !== null && <ProblemNotice error={save.error} />}
    </Modal>
  )
}
