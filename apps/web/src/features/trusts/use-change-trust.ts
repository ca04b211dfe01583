import { useQueryClient } from '@tanstack/react-query'
import type { Trust } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { ApiProblem } from '../../api/api-problem.ts'
import { parentWriteKeys } from '../../api/parent-queries.ts'
import { changeTrust, readTrust } from '../../api/trust-calls.ts'
import { notify } from '../../components/toaster.tsx'
import { changeRequest, kindOfTrust, type TrustChangeValues } from './trust-change.ts'
import { placeChangeProblem } from './trust-problem-place.ts'
import type { TrustKey } from '../../paths.ts'

interface ChangeTrustInput {
  readonly trustKey: TrustKey
  /** As it was when the form opened. */
  readonly trust: Trust
  readonly form: UseFormReturn<TrustChangeValues>
  readonly onStored: () => void
  /** Codes of causes that the person stores against. */
  readonly acceptRisks: readonly string[]
}

/**
 * Saves against the trust the person saw. When somebody changed it meanwhile, what is stored now becomes the base of the
 * comparison and of the next try, and the input stays.
 */
export function useChangeTrust({ trustKey, trust, form, onStored, acceptRisks }: ChangeTrustInput) {
  const queries = useQueryClient()
  const [base, setBase] = useState(trust)
  const [conflict, setConflict] = useState<Trust | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function submit(values: TrustChangeValues) {
    setError(null)
    try {
      const stored = await changeTrust(trustKey, changeRequest(values, base.fingerprint, acceptRisks))
      queries.setQueryData(['readTrust', trustKey], stored)
      for (const queryKey of parentWriteKeys(trustKey.parent)) void queries.invalidateQueries({ queryKey })
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
    const places = problem instanceof ApiProblem ? placeChangeProblem(problem, kindOfTrust(trust)) : []
    for (const { path, message } of places) {
      // Paths come from the table of places, which names fields of this form only.
      form.setError(path as FieldPath<TrustChangeValues>, { type: 'server', message })
    }
    if (places.length === 0) setError(problem)
  }

  async function compareAnew(problem: ApiProblem) {
    try {
      const now = await readTrust(trustKey)
      setConflict(base)
      setBase(now)
    } catch {
      // Reading anew failed too: the refusal itself says what to do.
      setError(problem)
    }
  }

  return { base, conflict, error, submit }
}
