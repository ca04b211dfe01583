import { useQueryClient } from '@tanstack/react-query'
import { accessEndpoints, type RoleAssignment, type Subscription } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { roleAssignmentsQuery } from '../../api/access-queries.ts'
import { call } from '../../api/client.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Identifier } from '../identifier.tsx'
import { NoPermission } from '../state-views.tsx'
import { notify } from '../toaster.tsx'
import { roleTitle } from './assignment-words.ts'
import { scopeWords } from './scope-words.ts'
import { useRoleRight } from './use-role-right.ts'

interface RemoveRoleDialogProps {
  readonly principalId: string
  /** Of the identity. */
  readonly name: string
  readonly assignment: RoleAssignment
  readonly subscriptions: readonly Subscription[]
  readonly onCancel: () => void
  readonly onRemoved: () => void
}

/** Names what the identity can no longer do. After a refusal it stays open, with what to ask for. */
export function RemoveRoleDialog(props: RemoveRoleDialogProps) {
  const { principalId, name, assignment, subscriptions, onCancel, onRemoved } = props
  const queries = useQueryClient()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const right = useRoleRight(assignment.scope, 'delete')
  const title = roleTitle(assignment)
  const words = scopeWords(assignment.scope, subscriptions)

  async function remove() {
    setState({ busy: true, error: null })
    try {
      await call(accessEndpoints.deleteRoleAssignment, {
        params: { principalId },
        query: { assignmentId: assignment.assignmentId },
      })
    } catch (error) {
      setState({ busy: false, error })
      // Where somebody removed it meanwhile, the list behind must not offer it again.
      void queries.invalidateQueries(roleAssignmentsQuery(principalId))
      return
    }
    await queries.invalidateQueries(roleAssignmentsQuery(principalId))
    notify({
      intent: 'success',
      title: `Removed ${title} from ${name}`,
      text: `On ${words.name}. Azure takes up to 10 minutes to apply it.`,
    })
    onRemoved()
  }

  return (
    <ConfirmDialog
      open
      title={`Remove ${title}`}
      confirmLabel="Remove role"
      busyLabel="Removing"
      busy={state.busy}
      error={state.error}
      blockedReason={right.missing === null ? null : 'Ask for the role named above.'}
      onConfirm={() => void remove()}
      onCancel={onCancel}
    >
      <p>
        {name} loses {title} on {words.name} {words.place}. Whatever its workloads do there with this role
        stops working. Giving the role again brings it back.
      </p>
      <Identifier value={assignment.scope} what="scope" whole copy={false} />
      {right.missing !== null && <NoPermission to={`remove roles on ${words.name}`} access={right.missing} />}
    </ConfirmDialog>
  )
}
