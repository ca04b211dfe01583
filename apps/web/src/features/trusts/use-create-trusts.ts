import { useQueryClient } from '@tanstack/react-query'
import type { PresetId } from '@trustwright/federation'
import { endpoints, type IdentityPath, type NewTrust, type Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { useGo } from '../../components/app-link.tsx'
import { paths } from '../../paths.ts'
import {
  createTrustsSteps,
  nothingCreated,
  type CreateProgress,
  type TrustPorts,
} from './create-trusts-steps.ts'
import { trustAddress } from './trust-address.ts'
import { placeCreateProblem } from './trust-problem-place.ts'
import type { TrustFormValues } from './trust-form.ts'

interface Wanted {
  readonly identity: IdentityPath
  readonly requests: readonly NewTrust[]
  /** Trusts that the identity has, of which nothing is asked for again. */
  readonly known: readonly Trust[]
  readonly presetId: PresetId
}

/** Stores the trusts of one form, puts a refusal where it belongs, and goes on to what was made. */
export function useCreateTrusts(form: UseFormReturn<TrustFormValues>, onStored: () => void) {
  const queries = useQueryClient()
  const go = useGo()
  const [error, setError] = useState<unknown>(null)
  // Of one identity: another one has none of it.
  const [reached, setReached] = useState<{ at: string; progress: CreateProgress } | null>(null)

  const progressOn = (identity: IdentityPath | null) =>
    identity !== null && reached?.at === paths.identity(identity) ? reached.progress : nothingCreated

  async function submit({ identity, requests, known, presetId }: Wanted) {
    setError(null)
    const at = paths.identity(identity)
    try {
      const trusts = await createTrustsSteps(
        requests,
        known,
        progressOn(identity),
        portsOf(identity),
        (progress) => setReached({ at, progress }),
      )
      for (const trust of trusts)
        queries.setQueryData(['readTrust', { ...identity, trustName: trust.name }], trust)
      await queries.invalidateQueries({ queryKey: ['listTrusts', identity] })
      void queries.invalidateQueries({ queryKey: ['listIdentityActivity', identity] })
      onStored()
      go(addressAfter(identity, trusts))
    } catch (problem) {
      // The list that the form compared with is older than what Azure just said.
      void queries.invalidateQueries({ queryKey: ['listTrusts', identity] })
      const places = problem instanceof ApiProblem ? placeCreateProblem(problem, presetId) : []
      for (const { path, message } of places) {
        // Paths come from the table of places, which names fields of this form only.
        form.setError(path as FieldPath<TrustFormValues>, { type: 'server', message })
      }
      if (places.length === 0) setError(problem)
    }
  }
  return { error, progressOn, submit }
}

/** One trust has a page; several are shown together on that of their identity. */
function addressAfter(identity: IdentityPath, trusts: readonly Trust[]): string {
  const [first] = trusts
  if (first !== undefined && trusts.length === 1)
    return trustAddress({ ...identity, trustName: first.name }, { created: true })
  return paths.identity(identity, { made: trusts.map(({ name }) => name).join(',') })
}

function portsOf(identity: IdentityPath): TrustPorts {
  return {
    create: (body) => call(endpoints.createTrust, { params: identity, body }),
    list: async () => (await call(endpoints.listTrusts, { params: identity })).trusts,
    isAnswerLost: (error) => !(error instanceof ApiProblem) || lostCodes.has(error.code),
  }
}

/** Codes after which nobody knows whether Azure did it. */
const lostCodes = new Set(['UPSTREAM_TIMEOUT', 'UPSTREAM_FAILED', 'INTERNAL', 'DATABASE_UNAVAILABLE'])
