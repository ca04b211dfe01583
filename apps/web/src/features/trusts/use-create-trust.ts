import { useQueryClient } from '@tanstack/react-query'
import type { PresetId } from '@trustwright/federation'
import { endpoints, type IdentityPath, type NewTrust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { useGo } from '../../components/app-link.tsx'
import { trustAddress } from './trust-address.ts'
import { placeCreateProblem } from './trust-problem-place.ts'
import type { TrustFormValues } from './trust-form.ts'

/** Sends the request once, puts a refusal where it belongs, and goes on to the trust. */
export function useCreateTrust(form: UseFormReturn<TrustFormValues>, onStored: () => void) {
  const queries = useQueryClient()
  const go = useGo()
  const [error, setError] = useState<unknown>(null)

  async function submit(identity: IdentityPath, request: NewTrust, presetId: PresetId) {
    setError(null)
    try {
      const trust = await call(endpoints.createTrust, { params: identity, body: request })
      const key = { ...identity, trustName: trust.name }
      queries.setQueryData(['readTrust', key], trust)
      await queries.invalidateQueries({ queryKey: ['listTrusts', identity] })
      void queries.invalidateQueries({ queryKey: ['listIdentityActivity', identity] })
      onStored()
      go(trustAddress(key, { created: true }))
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
  return { error, submit }
}
