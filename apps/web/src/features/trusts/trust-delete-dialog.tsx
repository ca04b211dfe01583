import { useQueryClient } from '@tanstack/react-query'
import { endpoints, type Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useGo } from '../../components/app-link.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Identifier } from '../../components/identifier.tsx'
import { paths } from '../../paths.ts'
import { lossSentence } from './trust-effect.ts'
import type { TrustKey } from './trust-queries.ts'

interface TrustDeleteDialogProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  readonly open: boolean
  readonly onClose: () => void
}

/** Names the trust and what stops working. Afterwards the identity's page offers to restore it. */
export function TrustDeleteDialog({ trustKey, trust, open, onClose }: TrustDeleteDialogProps) {
  const queries = useQueryClient()
  const go = useGo()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const { trustName: _, ...identity } = trustKey

  async function remove() {
    setState({ busy: true, error: null })
    try {
      const deleted = await call(endpoints.deleteTrust, {
        params: trustKey,
        query: { fingerprint: trust.fingerprint },
      })
      await queries.invalidateQueries({ queryKey: ['listTrusts', identity] })
      void queries.invalidateQueries({ queryKey: ['listIdentityActivity', identity] })
      go(paths.identity(identity, { deleted: deleted.deletedTrustId }))
      queries.removeQueries({ queryKey: ['readTrust', trustKey] })
    } catch (error) {
      setState({ busy: false, error })
      // Where somebody changed it meanwhile, the dialog must show what would be deleted now.
      void queries.invalidateQueries({ queryKey: ['readTrust', trustKey] })
    }
  }

  return (
    <ConfirmDialog
      open={open}
      title={`Delete trust ${trust.name}`}
      confirmLabel="Delete trust"
      busyLabel="Deleting"
      busy={state.busy}
      error={state.error}
      onConfirm={() => void remove()}
      onCancel={() => {
        setState({ busy: false, error: null })
        onClose()
      }}
    >
      <p>{lossSentence(trust, trustKey.identityName)}</p>
      {trust.subject !== null && <Identifier value={trust.subject} what="subject" whole copy={false} />}
      <p>
        You can restore it for 30 days. That makes a new trust with the same values, and Azure takes a few
        minutes to spread it.
      </p>
    </ConfirmDialog>
  )
}
