import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TrustParent, TrustRequest } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { parentWriteKeys } from '../../api/parent-queries.ts'
import { requestQuery, requestsKey } from '../../api/request-queries.ts'
import { notify } from '../../components/toaster.tsx'
import { storedParent } from './wish-words.ts'

/** Carries out a decision about a request. Whatever comes of it, the page then shows how the request stands. */
export function useDecision<Input>(
  request: TrustRequest,
  decide: (input: Input) => Promise<TrustRequest>,
  done: (decided: TrustRequest) => string,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: decide,
    onSuccess: (decided) => {
      queries.setQueryData(requestQuery(request.requestId).queryKey, decided)
      void queries.invalidateQueries({ queryKey: [...requestsKey, 'list'] })
      for (const parent of parentsOf(decided))
        for (const queryKey of parentWriteKeys(parent)) void queries.invalidateQueries({ queryKey })
      notify({ intent: 'success', title: done(decided) })
    },
    onError: async (error) => {
      // Somebody else was faster: their decision takes the place of the buttons, so the refusal is said elsewhere.
      if (error instanceof ApiProblem && error.code === 'REQUEST_NOT_OPEN')
        notify({
          intent: 'warning',
          title: 'Somebody decided it meanwhile',
          text: `${error.problem.detail} This is how it stands now.`,
        })
      // Pending until the page knows how it stands: a failed attempt makes it another version, and a press that names the
      // version before would be told that somebody else decided.
      await queries.invalidateQueries({ queryKey: requestsKey })
    },
  })
}

function parentsOf({ asked }: TrustRequest): readonly TrustParent[] {
  return asked.kind === 'set-up'
    ? asked.items.flatMap(({ parent }) => storedParent(parent) ?? [])
    : [asked.parent]
}
