import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StoredPolicies } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { findingsKey } from '../../api/finding-queries.ts'
import { policiesKey, policiesQuery, savePolicies } from '../../api/policy-queries.ts'
import { notify } from '../../components/toaster.tsx'
import { draftToSet, setToDraft, type PolicySetDraft } from './policy-form.ts'
import { useKeeping, useKeptRules } from './use-kept-rules.ts'

/**
 * The rules while they are edited, kept in this tab. Where somebody else saved meanwhile, their version becomes the one to save
 * over, and what was typed stays. `start`: rules of an older version to go back to.
 */
export function usePolicyEditor(stored: StoredPolicies, start: StoredPolicies | null, onEnd: () => void) {
  const queries = useQueryClient()
  const { kept, keep, clear } = useKeptRules()
  const restored = start === null ? kept : null
  const [base, setBase] = useState(stored)
  /** What others saved while this was edited. */
  const [theirs, setTheirs] = useState<{ before: StoredPolicies; now: StoredPolicies } | null>(
    restored !== null && restored.base.version < stored.version
      ? { before: restored.base, now: stored }
      : null,
  )
  const [draft, setDraftOnly] = useState(() => restored?.draft ?? setToDraft((start ?? stored).body))
  const [note, setNoteOnly] = useState(
    restored?.note ?? (start === null ? '' : `Back to version ${start.version}`),
  )
  const [isTyped, setIsTyped] = useState(false)
  const [isRestored, setIsRestored] = useState(restored !== null)
  useKeeping({ base, draft, note }, isTyped, keep)
  const end = () => {
    setIsTyped(false)
    clear()
    onEnd()
  }
  const setDraft = (next: (before: PolicySetDraft) => PolicySetDraft) => {
    setIsTyped(true)
    setDraftOnly(next)
  }
  const setNote = (text: string) => {
    setIsTyped(true)
    setNoteOnly(text)
  }
  const read = draftToSet(draft)
  const save = useMutation({
    mutationFn: savePolicies,
    onSuccess: (saved) => {
      queries.setQueryData(policiesQuery.queryKey, saved)
      void queries.invalidateQueries({ queryKey: policiesKey })
      void queries.invalidateQueries({ queryKey: findingsKey })
      notify({
        intent: 'success',
        title: `Rules saved as version ${saved.version}`,
        text: 'They hold from now on.',
      })
      end()
    },
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || error.code !== 'POLICIES_CHANGED_MEANWHILE') return
      const now = await queries.fetchQuery({ ...policiesQuery, staleTime: 0 })
      setTheirs((before) => ({ before: before?.before ?? base, now }))
      setBase(now)
    },
  })
  return {
    base,
    theirs,
    draft,
    setDraft,
    note,
    setNote,
    isRestored,
    end,
    startOver: () => {
      setIsTyped(false)
      clear()
      setIsRestored(false)
      setTheirs(null)
      setBase(stored)
      setDraftOnly(setToDraft(stored.body))
      setNoteOnly('')
    },
    set: 'set' in read ? read.set : null,
    problems: 'problems' in read ? read.problems : [],
    save: {
      isPending: save.isPending,
      // What others saved is told apart.
      error:
        save.error instanceof ApiProblem && save.error.code === 'POLICIES_CHANGED_MEANWHILE'
          ? null
          : save.error,
      run: () => {
        if (!('set' in read) || save.isPending) return
        const words = note.trim()
        save.mutate({ version: base.version, body: read.set, ...(words !== '' && { note: words }) })
      },
    },
  }
}
