import { queryOptions } from '@tanstack/react-query'
import { policyEndpoints, type PolicySave } from '@trustwright/shared-schemas'
import { call } from './client.ts'

export const policiesKey = ['policies'] as const

/** The rules as they hold now. */
export const policiesQuery = queryOptions({
  queryKey: [...policiesKey, 'now'],
  queryFn: ({ signal }) => call(policyEndpoints.readPolicies, { query: {}, signal }),
})

export const policyVersionQuery = (version: number) =>
  queryOptions({
    queryKey: [...policiesKey, version],
    queryFn: ({ signal }) => call(policyEndpoints.readPolicies, { query: { version }, signal }),
    // What was saved stays as it was.
    staleTime: Infinity,
  })

export const policyVersionsQuery = queryOptions({
  queryKey: [...policiesKey, 'versions'],
  queryFn: ({ signal }) => call(policyEndpoints.policyVersions, { query: {}, signal }),
})

export const savePolicies = (body: PolicySave) => call(policyEndpoints.savePolicies, { body })
