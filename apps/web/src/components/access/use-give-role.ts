import { useQueryClient } from '@tanstack/react-query'
import { accessEndpoints } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { roleAssignmentsQuery } from '../../api/access-queries.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { notify } from '../toaster.tsx'
import { roleTitle } from './assignment-words.ts'
import { rolePlan, type RoleFormValues } from './role-form.ts'

interface GiveRoleInput {
  readonly principalId: string
  readonly name: string
  readonly form: UseFormReturn<RoleFormValues>
  readonly onEnd: () => void
}

/** Gives the role, reads the list again and says what was given. */
export function useGiveRole({ principalId, name, form, onEnd }: GiveRoleInput) {
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>(null)

  async function submit(values: RoleFormValues) {
    setError(null)
    try {
      const given = await call(accessEndpoints.createRoleAssignment, {
        params: { principalId },
        body: rolePlan(values),
      })
      await queries.invalidateQueries(roleAssignmentsQuery(principalId))
      notify({
        intent: 'success',
        title: `Gave ${name} ${roleTitle(given)}`,
        text: 'Azure takes up to 10 minutes to apply it.',
      })
      onEnd()
    } catch (problem) {
      // Somebody may have given it meanwhile, or the answer was lost.
      void queries.invalidateQueries(roleAssignmentsQuery(principalId))
      if (isMissingRole(problem)) {
        form.setError('ownRoleId', { type: 'server', message: 'Azure has no role of this ID here.' })
      } else setError(problem)
    }
  }
  return { submit, error }
}

function isMissingRole(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.upstream?.code === 'RoleDefinitionDoesNotExist'
}
