import { useQueryClient } from '@tanstack/react-query'
import type { DraftBody } from '@trustwright/shared-schemas'
import { useCallback, useEffect, useRef } from 'react'
import { draftsQuery } from '../../../api/draft-calls.ts'
import { useGo } from '../../../components/app-link.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { paths } from '../../../paths.ts'
import { withClearParent } from '../identity/clear-parent.ts'
import { clearOf } from '../clear-steps.ts'
import { sameDraft } from './own-same-drafts.ts'
import { beginDraft } from '../unsaved-draft.ts'
import { withGithub } from './with-github.ts'
import { nextStep } from '../wizard-steps.ts'

export type Begin = (body: DraftBody, replace?: boolean) => Promise<void>

/** Begins the wizard at the first step that still asks something, in the own draft of the same content where there is one. */
export function useBegin(): Begin {
  const cloud = useCloud()
  const queries = useQueryClient()
  const go = useGo()
  const isBusy = useRef(false)
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const here = new AbortController()
    leaving.current = here
    return () => here.abort()
  }, [])
  return useCallback<Begin>(
    async (wanted, replace = false) => {
      if (isBusy.current) return
      isBusy.current = true
      const { signal } = leaving.current
      try {
        const [lookedUp, own] = await Promise.all([
          withGithub(queries, wanted, cloud, signal),
          queries.fetchQuery(draftsQuery).catch(() => null),
        ])
        const { stops } = lookedUp
        const body = stops ? lookedUp.body : await withClearParent(queries, lookedUp.body, cloud, signal)
        // Whoever went elsewhere meanwhile is not brought back.
        if (signal.aborted) return
        const clear = clearOf(body, cloud)
        const step = nextStep('start', stops ? { ...clear, workload: false } : clear)
        const same = sameDraft(own?.drafts ?? [], body, cloud)
        const draftId = same?.draftId ?? (await beginDraft(queries, { ...body, step })).draftId
        if (!signal.aborted) go(paths.wizardStep(draftId, step), { replace })
      } finally {
        isBusy.current = false
      }
    },
    [cloud, go, queries],
  )
}
