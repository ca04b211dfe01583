import { useQueryClient } from '@tanstack/react-query'
import { endpoints, type Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { notify } from '../../components/toaster.tsx'
import { changeRequest, type TrustChangeValues } from './trust-change.ts'
import { placeChangeProblem } from './trust-problem-place.ts'
import type { TrustKey } from './trust-queries.ts'

interface ChangeTrustInput {
  readonly trustKey: TrustKey
  /** As it was when the form opened. */
  readonly trust: Trust
  readonly form: UseFormReturn<TrustChangeValues>
  readonly onStored: () => void
}

/**
 * Saves against the trust the person saw. When somebody changed it meanwhile, what is stored now becomes the base of the
 * comparison and of the next try, and the input stays.
 */
export function useChangeTrust({ trustKey, trust, form, onStored }: ChangeTrustInput) {
  const queries = useQueryClient()
  const [base, setBase] = useState(trust)
  const [conflict, setConflict] = useState<Trust | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function submit(values: TrustChangeValues) {
    setError(null)
    try {
      const stored = await call(endpoints.changeTrust, {
        params: trustKey,
        body: changeRequest(values, base.fingerprint),
      })
      queries.setQueryData(['readTrust', trustKey], stored)
      const { trustName: _, ...identity } = trustKey
      void queries.invalidateQueries({ queryKey: ['listTrusts', identity] })
      void queries.invalidateQueries({ queryKey: ['listIdentityActivity', identity] })
      notify({
        intent: 'success',
        title: `Changed ${stored.name}`,
        text: 'Azure may take a few minutes to spread it.',
      })
      onStored()
    } catch (problem) {
      await refuse(problem)
    }
  }

  async function refuse(problem: unknown) {
    if (problem instanceof ApiProblem && problem.code === 'TRUST_CHANGED_MEANWHILE')
      return compareAnew(problem)
    const places = problem instanceof ApiProblem ? placeChangeProblem(problem) : []
    for (const { path, message } of places) {
      // Paths come from the table of places, which names fields of this form only.
      form.setError(path as FieldPath<TrustChangeValues>, { type: 'server', message })
    }
    if (places.length === 0) setError(problem)
  }

  async function compareAnew(problem: ApiProblem) {
    try {
      const now = await call(endpoints.readTrust, { params: trustKey })
      setConflict(base)
      setBase(now)
    } catch {
      // Reading anew failed too: the refusal itself says what to do.
      setError(problem)
    }
  }

  return { base, conflict, error, submit }
}
