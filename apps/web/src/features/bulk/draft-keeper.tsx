import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { useEffect, useImperativeHandle, useState, type Ref } from 'react'
import { createPortal } from 'react-dom'
import { ConflictNotice } from '../../components/drafts/conflict-notice.tsx'
import { LeaveDialog } from '../../components/drafts/leave-dialog.tsx'
import { localDraft, unsavedId } from '../../components/drafts/local-draft.ts'
import { SaveLine } from '../../components/drafts/save-line.tsx'
import { useLeaveGuard } from '../../components/drafts/use-leave-guard.ts'
import { useStoredDraft } from '../../components/drafts/use-stored-draft.ts'
import { Callout } from '../../ui/callout.tsx'
import { bodyOfBulk } from './bulk-draft.ts'
import type { BulkValues } from './bulk-form.ts'

/** The draft of an open page, from outside. */
export interface KeptDraft {
  /** It did its work: nothing more is saved. Gives its ID, or null where the server never took it. */
  readonly end: () => string | null
  /** Resolves with its ID once the server has what is on the screen; with null where it cannot take it. */
  readonly flush: () => Promise<string | null>
}

interface DraftKeeperProps {
  readonly ref: Ref<KeptDraft>
  readonly draft: Draft | null
  readonly values: BulkValues
  readonly trusts: number
  /** Where the page says how the draft stands; null while the page is not drawn. */
  readonly sayIn: HTMLElement | null
  readonly onStoredAs: (draft: Draft) => void
  /** The person chose what another tab had saved. */
  readonly onTaken: (body: DraftBody) => void
}

/** The portal takes 4 MiB, and some of it is not the table. */
const mostBytes = 4 * 1024 * 1024 - 4096
/** A large table is not read again for each letter that is typed beside it. */
const pauseMs = 250

/** Keeps the page on the server, so that it survives a sign-out and opens in another browser; says how it stands. */
export function DraftKeeper({ ref, draft, values, trusts, sayIn, onStoredAs, onTaken }: DraftKeeperProps) {
  const [begun] = useState(() => draft ?? localDraft(bodyOfBulk(values, trusts)))
  const [storedId, setStoredId] = useState(begun.draftId === unsavedId ? null : begun.draftId)
  const [isTooLarge, setTooLarge] = useState(false)
  const stored = useStoredDraft(begun, (as) => {
    setStoredId(as.draftId)
    onStoredAs(as)
  })
  const [isEnded, setEnded] = useState(false)
  const leaving = useLeaveGuard(isEnded ? { state: 'saving' } : stored.save)
  const { change, end, flush } = stored
  useImperativeHandle(ref, () => ({
    end: () => {
      end()
      setEnded(true)
      return storedId
    },
    flush: async () => {
      const body = bodyOfBulk(values, trusts)
      if (!isFitting(body)) return null
      change(body)
      return await flush()
    },
  }))
  useEffect(() => {
    const timer = setTimeout(() => {
      const body = bodyOfBulk(values, trusts)
      const fits = isFitting(body)
      setTooLarge(!fits)
      if (fits) change(body)
    }, pauseMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `change` is another one after each save
  }, [values, trusts])
  return (
    <>
      {isTooLarge ? (
        <Callout intent="warning" title="The table is larger than the portal keeps as a draft (4 MB)">
          <p>It stays in this tab until you create or close it. Keep the file.</p>
        </Callout>
      ) : (
        sayIn !== null && createPortal(<SaveLine save={stored.save} />, sayIn)
      )}
      {stored.save.state === 'conflict' && (
        <ConflictNotice
          theirs={stored.save.theirs}
          onTake={(theirs) => {
            stored.takeTheirs(theirs)
            onTaken(theirs.body)
          }}
          onKeep={stored.keepMine}
        />
      )}
      <LeaveDialog
        open={leaving.status === 'blocked'}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
      />
    </>
  )
}

function isFitting(body: DraftBody): boolean {
  return new Blob([JSON.stringify(body)]).size <= mostBytes
}
