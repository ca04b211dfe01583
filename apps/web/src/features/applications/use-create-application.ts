import { useQueryClient } from '@tanstack/react-query'
import { applicationEndpoints, type Application } from '@trustwright/shared-schemas'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { isAnswerLost } from '../../api/answer-lost.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { useGo } from '../../components/app-link.tsx'
import { returnAddress } from '../../components/parent/return-address.ts'
import type { ApplicationFormValues } from './application-form.ts'
import {
  createApplicationSteps,
  notStarted,
  type Progress,
  type StepPorts,
} from './create-application-steps.ts'

interface CreateApplicationInput {
  readonly form: UseFormReturn<ApplicationFormValues>
  readonly returnTo: string | undefined
  readonly onStored: () => void
}

/** Runs the steps of one form, remembers how far each attempt came, and goes on to the application. */
export function useCreateApplication({ form, returnTo, onStored }: CreateApplicationInput) {
  const queries = useQueryClient()
  const go = useGo()
  const [progress, setProgress] = useState<Progress>(notStarted)
  const [error, setError] = useState<unknown>(null)
  const addressOf = ({ appId }: Application) => returnAddress(returnTo, { kind: 'application', appId })

  async function submit({ displayName }: ApplicationFormValues) {
    setError(null)
    try {
      const reached = await createApplicationSteps(displayName, progress, ports, setProgress)
      if (reached.made !== null) onStored()
      if (reached.made !== null && reached.principal !== 'failed' && reached.noOwner === null) {
        go(addressOf(reached.made), { replace: true })
      }
    } catch (problem) {
      const fields = problem instanceof ApiProblem && problem.code === 'INPUT_REFUSED' ? problem.fields : []
      const named = fields.find(({ path }) => path.endsWith('displayName'))
      if (named === undefined) setError(problem)
      else form.setError('displayName', { type: 'server', message: named.message })
    }
    void queries.invalidateQueries({ queryKey: ['listApplications'] })
  }
  return { progress, error, submit, addressOf }
}

/** The portal's clock and Graph's may differ by this much. */
const clockSlackMs = 2 * 60_000

const ports: StepPorts = {
  create: (displayName) => call(applicationEndpoints.createApplication, { body: { displayName } }),
  findMade: async (displayName, since) => {
    const { applications } = await call(applicationEndpoints.listApplications, {
      query: { of: 'mine', search: displayName.slice(0, 120), limit: 200 },
    })
    const isIt = ({ displayName: name, createdAt }: Application) =>
      name === displayName && createdAt !== null && Date.parse(createdAt) >= since - clockSlackMs
    return applications.find(isIt) ?? null
  },
  findPrincipal: async (appId) =>
    (await call(applicationEndpoints.readApplication, { params: { appId } })).servicePrincipalId,
  createPrincipal: (appId) => call(applicationEndpoints.createServicePrincipal, { params: { appId } }),
  isAnswerLost,
  now: Date.now,
}
