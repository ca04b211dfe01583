import { useCallback, useEffect, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { clearDraft, draftKey, keepDraft, mergeDraft, readDraft } from '../lib/draft-store.ts'
import { useSession } from './use-session.ts'
import { tabStorage } from '../lib/browser-storage.ts'

interface Draft {
  /** True when the form was filled from what was kept. */
  readonly restored: boolean
  /** After success, or when the person starts over. */
  readonly clear: () => void
}

/** True where something was typed on that page and neither stored nor thrown away. */
export function useHasDraft(page: string): boolean {
  const { user } = useSession()
  const [has] = useState(() => readDraft(tabStorage, draftKey(user?.objectId ?? '', page)) !== null)
  return has
}

/**
 * Keeps a form's values in this tab's session storage while they change, and puts them back when the page opens again,
 * such as after signing in anew. `page` is the page's path. Credentials are never kept.
 */
export function useDraft<Values extends FieldValues>(page: string, form: UseFormReturn<Values>): Draft {
  const { user } = useSession()
  const key = draftKey(user?.objectId ?? '', page)
  const [restored, setRestored] = useState(() => readDraft(tabStorage, key) !== null)
  const { watch, reset, getValues } = form

  useEffect(() => {
    const kept = readDraft(tabStorage, key)
    if (kept !== null) reset(mergeDraft(getValues(), kept), { keepDefaultValues: true })
  }, [key, reset, getValues])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => keepDraft(tabStorage, key, getValues())
    const subscription = watch((_, { name }) => {
      // A reset names no field: only typing makes a draft.
      if (name === undefined) return
      clearTimeout(timer)
      timer = setTimeout(keep, 250)
    })
    return () => {
      clearTimeout(timer)
      subscription.unsubscribe()
    }
  }, [key, watch, getValues])

  const clear = useCallback(() => {
    clearDraft(tabStorage, key)
    setRestored(false)
  }, [key])
  return { restored, clear }
}
