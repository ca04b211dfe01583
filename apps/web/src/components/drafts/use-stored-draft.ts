import { useQueryClient } from '@tanstack/react-query'
import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createDraft, draftQuery, readDraft, saveDraft } from '../../api/draft-calls.ts'
import { useSession } from '../use-session.ts'
import { createDraftSaver, type DraftSaver, type SaveState, type Stored } from './draft-saver.ts'
import { findMadeDraft } from './find-made-draft.ts'
import { forgetBody, keepBody, readKeptBody } from './kept-body.ts'
import { isSameBody } from './same-body.ts'
import { startOfDraft } from './start-of-draft.ts'
import { unsavedId } from './local-draft.ts'
import { tabStorage } from '../../lib/browser-storage.ts'

export interface StoredDraft {
  readonly body: DraftBody
  readonly save: SaveState
  readonly change: (patch: Partial<DraftBody>) => void
  /** Resolves with the ID under which the server has it, or null; when it has what is on the screen, or cannot be reached. */
  readonly flush: () => Promise<string | null>
  readonly takeTheirs: (theirs: Draft) => void
  readonly keepMine: (theirs: Draft) => void
  /** The draft did its work: nothing of it is saved any more. */
  readonly end: () => void
}

/** An open draft: what is on the screen is the truth, the server follows it. */
export function useStoredDraft(draft: Draft, onStoredAs: (draft: Draft) => void): StoredDraft {
  const queries = useQueryClient()
  const person = useSession().user?.objectId ?? ''
  // Where it was opened; later answers of the server are the saver's own.
  const [start] = useState(() => {
    // One that the server never took was read from what is kept, or has only just begun.
    const isUnsaved = draft.draftId === unsavedId
    return startOfDraft(draft, isUnsaved ? null : readKeptBody(tabStorage, person, draft.draftId))
  })
  const [body, setBody] = useState(start.unsaved ?? start.body)
  const [save, setSave] = useState<SaveState>({ state: 'saved', at: Date.parse(draft.changedAt) })
  const latest = useRef(body)
  const saver = useRef<DraftSaver | null>(null)
  const stored = useRef(onStoredAs)
  useEffect(() => {
    stored.current = onStoredAs
  })

  useEffect(() => {
    let id = start.stored?.draftId ?? unsavedId
    const made = createDraftSaver(start, {
      create: createDraft,
      find: findMadeDraft,
      save: saveDraft,
      read: readDraft,
      tell: setSave,
      keep: (now: DraftBody | null, on: Stored) => {
        if (now === null) forgetBody(tabStorage, person, id)
        else keepBody(tabStorage, person, id, { version: on?.version ?? 0, body: now })
        if (now !== null && id === unsavedId) {
          const key = draftQuery(unsavedId).queryKey
          queries.setQueryData(key, (known) => (known === undefined ? known : { ...known, body: now }))
        }
      },
      saved: (answer) => {
        queries.setQueryData(draftQuery(answer.draftId).queryKey, answer)
        if (answer.draftId === id) return
        forgetBody(tabStorage, person, id)
        id = answer.draftId
        stored.current(answer)
      },
    })
    saver.current = made
    made.begin()
    const tryNow = () => void made.flush()
    window.addEventListener('online', tryNow)
    return () => {
      window.removeEventListener('online', tryNow)
      made.stop()
    }
  }, [start, person, queries])

  const take = useCallback((next: DraftBody) => {
    latest.current = next
    setBody(next)
  }, [])

  return useMemo(
    () => ({
      body,
      save,
      change: (patch: Partial<DraftBody>) => {
        const next = { ...latest.current, ...patch }
        if (isSameBody(next, latest.current)) return
        take(next)
        saver.current?.change(next)
      },
      flush: async () => {
        await saver.current?.flush()
        return saver.current?.id() ?? null
      },
      takeTheirs: (theirs: Draft) => {
        take(theirs.body)
        saver.current?.takeTheirs(theirs)
      },
      keepMine: (theirs: Draft) => void saver.current?.keepMine(theirs),
      end: () => saver.current?.end(),
    }),
    [body, save, take],
  )
}
