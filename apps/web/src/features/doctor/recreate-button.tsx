import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { parentWriteKeys } from '../../api/parent-queries.ts'
import { deleteTrust, readTrust, restoreTrust } from '../../api/trust-calls.ts'
import { AppLink } from '../../components/app-link.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { notify } from '../../components/toaster.tsx'
import { paths } from '../../paths.ts'
import type { TenantTrust } from './scope.ts'

/** Deletes a trust and makes it again with the same values, after a word about the minutes between. */
export function RecreateButton({ trust: { stored, parentName } }: { readonly trust: TenantTrust }) {
  const queries = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  /** ID of what was deleted and is not made again yet. */
  const [deletedId, setDeletedId] = useState<string | null>(null)
  const { parent, name } = stored
  const key = { parent, trustName: name }

  async function recreate() {
    setState({ busy: true, error: null })
    try {
      const id = deletedId ?? (await remove())
      await restoreTrust(parent, id)
      setDeletedId(null)
      setIsOpen(false)
      setState({ busy: false, error: null })
      notify({
        intent: 'success',
        title: `Made ${name} again`,
        text: 'Azure takes up to ten minutes to spread it.',
      })
    } catch (error) {
      setState({ busy: false, error })
    }
    await Promise.all(parentWriteKeys(parent).map((queryKey) => queries.invalidateQueries({ queryKey })))
  }

  async function remove(): Promise<string> {
    const { fingerprint } = await readTrust(key)
    const { deletedTrustId } = await deleteTrust(key, fingerprint)
    setDeletedId(deletedTrustId)
    return deletedTrustId
  }

  return (
    <>
      <Button appearance="primary" onClick={() => setIsOpen(true)}>
        Recreate the trust
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={`Recreate trust ${name}`}
        confirmLabel={deletedId === null ? 'Delete and make again' : 'Make it again'}
        busyLabel="Recreating"
        busy={state.busy}
        error={state.error}
        onConfirm={() => void recreate()}
        onCancel={() => {
          setIsOpen(false)
          setState({ busy: false, error: null })
        }}
      >
        <p>
          Its workload cannot sign in as {parentName} until Azure has spread the new record: up to ten
          minutes. The values stay the same.
        </p>
        {deletedId !== null && (
          <p>
            It is deleted and not made again yet. Try again, or restore it on the page of{' '}
            <AppLink href={paths.parent(parent, { deleted: deletedId })}>{parentName}</AppLink>.
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}
