import { useQueryClient } from '@tanstack/react-query'
import type { NewTrust, Trust, TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { isAnswerLost } from '../../api/answer-lost.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { parentTrustsQuery, parentWriteKeys } from '../../api/parent-queries.ts'
import type { WantedPattern } from '../../api/pattern-calls.ts'
import { createTrust, listTrusts } from '../../api/trust-calls.ts'
import { useGo } from '../../components/app-link.tsx'
import {
  createTrustsSteps,
  nothingCreated,
  type CreateProgress,
  type TrustPorts,
} from '../../components/create-trusts/create-trusts-steps.ts'
import { trustKeyOf } from '../../components/trust-key.ts'
import { paths } from '../../paths.ts'
import type { PatternFormValues } from './pattern-form.ts'

/** Stores one pattern, or the exact trusts in its place, and goes on to what was made. */
export function useCreatePattern(form: UseFormReturn<PatternFormValues>, onStored: () => void) {
  const queries = useQueryClient()
  const go = useGo()
  const [error, setError] = useState<unknown>(null)
  // Of one parent: another one has none of it.
  const [reached, setReached] = useState<{ at: string; progress: CreateProgress } | null>(null)

  const progressOn = (parent: TrustParent | null) =>
    parent !== null && reached?.at === paths.parent(parent) ? reached.progress : nothingCreated

  async function store(parent: TrustParent, write: () => Promise<readonly Trust[]>) {
    setError(null)
    try {
      const trusts = await write()
      for (const trust of trusts) queries.setQueryData(['readTrust', trustKeyOf(trust)], trust)
      await queries.invalidateQueries({ queryKey: parentTrustsQuery(parent).queryKey })
      onStored()
      go(addressAfter(parent, trusts))
    } catch (problem) {
      const message = nameProblem(problem)
      if (message === null) setError(problem)
      else form.setError('name', { type: 'server', message })
    } finally {
      for (const queryKey of parentWriteKeys(parent)) void queries.invalidateQueries({ queryKey })
      // A real answer to a pattern tells whether the tenant takes them.
      void queries.invalidateQueries({ queryKey: ['patternSupport', parent.kind] })
    }
  }

  return {
    error,
    progressOn,
    createPattern: (parent: TrustParent, wanted: WantedPattern) =>
      store(parent, async () => [await createTrust(parent, wanted)]),
    createList: (parent: TrustParent, wanted: readonly NewTrust[], known: readonly Trust[]) => {
      const at = paths.parent(parent)
      return store(parent, () =>
        createTrustsSteps(wanted, known, progressOn(parent), portsOf(parent), (progress) =>
          setReached({ at, progress }),
        ),
      )
    },
  }
}

function portsOf(parent: TrustParent): TrustPorts {
  return {
    create: (request) => createTrust(parent, request),
    list: () => listTrusts(parent),
    isAnswerLost,
  }
}

/** One trust has a page; several are shown together on that of their parent. */
function addressAfter(parent: TrustParent, trusts: readonly Trust[]): string {
  const [first] = trusts
  if (first !== undefined && trusts.length === 1) return paths.trust(trustKeyOf(first), { created: '1' })
  return paths.parent(parent, { made: trusts.map(({ name }) => name).join(',') })
}

function nameProblem(problem: unknown): string | null {
  if (!(problem instanceof ApiProblem)) return null
  if (problem.code === 'TRUST_NAME_TAKEN')
    return `${problem.problem.detail} ${problem.problem.nextStep}`.trim()
  return null
}
