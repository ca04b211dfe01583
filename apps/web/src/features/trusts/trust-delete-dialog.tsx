import { useQueryClient } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { parentWriteKeys } from '../../api/parent-queries.ts'
import { deleteTrust } from '../../api/trust-calls.ts'
import { useGo } from '../../components/app-link.tsx'
import { isFlexible } from '../../components/trust-words.ts'
import { PreflightNotes } from '../../components/checks/preflight-notes.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { useCloud } from '../../components/use-cloud.ts'
import { Identifier } from '../../components/identifier.tsx'
import { paths, type TrustKey } from '../../paths.ts'
import { lossSentence } from '../../components/effect/trust-effect.ts'
import { WhatDepends } from './what-depends.tsx'

interface TrustDeleteDialogProps {
  readonly trustKey: TrustKey
  readonly trust: Trust
  /** Of the identity or application. */
  readonly parentName: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Names the trust and what stops working. Afterwards the page of its identity or application offers to restore it. */
export function TrustDeleteDialog({ trustKey, trust, parentName, open, onClose }: TrustDeleteDialogProps) {
  const queries = useQueryClient()
  const go = useGo()
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const { parent } = trustKey
  const cloud = useCloud()

  async function remove() {
    setState({ busy: true, error: null })
    try {
      const deleted = await deleteTrust(trustKey, trust.fingerprint)
      await Promise.all(parentWriteKeys(parent).map((queryKey) => queries.invalidateQueries({ queryKey })))
      go(paths.parent(parent, { deleted: deleted.deletedTrustId }))
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
      <p>{lossSentence(trust, parentName, cloud)}</p>
      {trust.subject !== null && <Identifier value={trust.subject} what="subject" whole copy={false} />}
      {isFlexible(trust) && <Identifier value={trust.expression} what="pattern" whole copy={false} />}
      {open && <WhatDepends trust={trust} />}
      <PreflightNotes
        request={open ? { operation: 'delete', parent, draft: { name: trust.name } } : null}
        hidden={[]}
      />
      <p>
        You can restore it for 30 days. That makes a new trust with the same values, and Azure takes a few
        minutes to spread it.
      </p>
    </ConfirmDialog>
  )
}
