import { useQueryClient } from '@tanstack/react-query'
import type { PresetId } from '@trustwright/federation'
import type { NewTrust, Trust, TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { isAnswerLost } from '../../api/answer-lost.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { parentWriteKeys } from '../../api/parent-queries.ts'
import { createTrust, listTrusts } from '../../api/trust-calls.ts'
import { useGo } from '../../components/app-link.tsx'
import { paths } from '../../paths.ts'
import {
  createTrustsSteps,
  nothingCreated,
  type CreateProgress,
  type TrustPorts,
} from '../../components/create-trusts/create-trusts-steps.ts'
import { trustAddress } from './trust-address.ts'
import { placeCreateProblem } from './trust-problem-place.ts'
import type { TrustFormValues } from '../../components/workload/trust-form.ts'

interface Wanted {
  readonly parent: TrustParent
  readonly requests: readonly NewTrust[]
  /** Trusts that the parent has, of which nothing is asked for again. */
  readonly known: readonly Trust[]
  readonly presetId: PresetId
  /** For every trust of the form, on applications only. */
  readonly description: string
  /** Codes of causes that the person stores against. */
  readonly acceptRisks: readonly string[]
}

/** Stores the trusts of one form, puts a refusal where it belongs, and goes on to what was made. */
export function useCreateTrusts(form: UseFormReturn<TrustFormValues>, onStored: () => void) {
  const queries = useQueryClient()
  const go = useGo()
  // Both of one parent: another one has none of it.
  const [refused, setRefused] = useState<{ at: string; error: unknown } | null>(null)
  const [reached, setReached] = useState<{ at: string; progress: CreateProgress } | null>(null)

  const progressOn = (parent: TrustParent | null) =>
    parent !== null && reached?.at === paths.parent(parent) ? reached.progress : nothingCreated

  const errorOn = (parent: TrustParent | null) =>
    parent !== null && refused?.at === paths.parent(parent) ? refused.error : null

  async function submit({ parent, requests, known, presetId, description, acceptRisks }: Wanted) {
    setRefused(null)
    const at = paths.parent(parent)
    try {
      const trusts = await createTrustsSteps(
        requests,
        known,
        progressOn(parent),
        portsOf(parent, description, acceptRisks),
        (progress) => setReached({ at, progress }),
      )
      for (const trust of trusts)
        queries.setQueryData(['readTrust', { parent, trustName: trust.name }], trust)
      await Promise.all(parentWriteKeys(parent).map((queryKey) => queries.invalidateQueries({ queryKey })))
      onStored()
      go(addressAfter(parent, trusts))
    } catch (problem) {
      // The list that the form compared with is older than what Azure just said.
      void queries.invalidateQueries({ queryKey: ['listTrusts', parent] })
      const places = problem instanceof ApiProblem ? placeCreateProblem(problem, presetId) : []
      for (const { path, message } of places) {
        // Paths come from the table of places, which names fields of this form only.
        form.setError(path as FieldPath<TrustFormValues>, { type: 'server', message })
      }
      if (places.length === 0) setRefused({ at, error: problem })
    }
  }
  return { errorOn, progressOn, submit }
}

/** One trust has a page; several are shown together on that of their parent. */
function addressAfter(parent: TrustParent, trusts: readonly Trust[]): string {
  const [first] = trusts
  if (first !== undefined && trusts.length === 1)
    return trustAddress({ parent, trustName: first.name }, { created: true })
  return paths.parent(parent, { made: trusts.map(({ name }) => name).join(',') })
}

function portsOf(parent: TrustParent, description: string, risks: readonly string[]): TrustPorts {
  return {
    create: (body) =>
      createTrust(parent, {
        ...body,
        ...(description === '' ? {} : { description }),
        ...(risks.length > 0 && { acceptRisks: [...risks] }),
      }),
    list: () => listTrusts(parent),
    isAnswerLost,
  }
}
