import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { identityEndpoints, subscriptionEndpoints } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { isAnswerLost } from '../../api/answer-lost.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { useGo } from '../../components/app-link.tsx'
import { returnAddress } from '../../components/parent/return-address.ts'
import { createIdentitySteps, notStarted, type Progress, type StepPorts } from './create-identity-steps.ts'
import { identityPlan, type IdentityFormValues } from './identity-form.ts'
import { placeIdentityProblem } from './identity-problem-place.ts'

interface CreateIdentityInput {
  readonly subscriptionId: string
  readonly form: UseFormReturn<IdentityFormValues>
  readonly returnTo: string | undefined
  readonly onStored: () => void
}

/** Runs the steps of one form, remembers how far each attempt came, and goes on to the identity. */
export function useCreateIdentity({ subscriptionId, form, returnTo, onStored }: CreateIdentityInput) {
  const queries = useQueryClient()
  const go = useGo()
  const [progress, setProgress] = useState<Progress>(notStarted)
  const [error, setError] = useState<unknown>(null)

  async function submit(values: IdentityFormValues) {
    setError(null)
    let step: 'group' | 'identity' = 'group'
    try {
      const identity = await createIdentitySteps(
        identityPlan(values),
        progress,
        portsOf(subscriptionId),
        (now) => {
          if (now.identity !== 'waiting') step = 'identity'
          setProgress(now)
        },
      )
      await refreshLists(queries, subscriptionId)
      onStored()
      go(returnAddress(returnTo, { kind: 'managedIdentity', ...identity }), { replace: true })
    } catch (problem) {
      void refreshLists(queries, subscriptionId)
      const places = problem instanceof ApiProblem ? placeIdentityProblem(problem, step) : []
      for (const { path, message } of places) form.setError(path, { type: 'server', message })
      if (places.length === 0) setError(problem)
    }
  }
  return { progress, error, submit }
}

function refreshLists(queries: QueryClient, subscriptionId: string) {
  return Promise.all([
    queries.invalidateQueries({ queryKey: ['listResourceGroups', { subscriptionId }] }),
    queries.invalidateQueries({ queryKey: ['readResourceGroupAccess', { subscriptionId }] }),
    queries.invalidateQueries({ queryKey: ['listIdentities', { subscriptionId }] }),
    queries.invalidateQueries({ queryKey: ['listAllIdentities'] }),
  ])
}

function portsOf(subscriptionId: string): StepPorts {
  const params = { subscriptionId }
  return {
    createGroup: (body) => call(subscriptionEndpoints.createResourceGroup, { params, body }),
    hasGroup: async (name) => {
      const { resourceGroups } = await call(subscriptionEndpoints.listResourceGroups, { params })
      return resourceGroups.some((group) => group.name.toLowerCase() === name.toLowerCase())
    },
    createIdentity: ({ resourceGroup, identity }) =>
      call(identityEndpoints.createIdentity, { params: { ...params, resourceGroup }, body: identity }),
    findIdentity: async ({ resourceGroup, identity: { identityName } }) => {
      const { identities } = await call(identityEndpoints.listIdentities, { params })
      const isIt = (text: string, wanted: string) => text.toLowerCase() === wanted.toLowerCase()
      return (
        identities.find(
          (one) => isIt(one.resourceGroup, resourceGroup) && isIt(one.identityName, identityName),
        ) ?? null
      )
    },
    isAnswerLost,
  }
}
