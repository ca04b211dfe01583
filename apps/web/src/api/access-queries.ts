import { queryOptions } from '@tanstack/react-query'
import { accessEndpoints } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** Of a managed identity or service principal, by its object ID. */
export const roleAssignmentsQuery = (principalId: string) =>
  queryOptions({
    queryKey: ['listRoleAssignments', { principalId }],
    queryFn: ({ signal }) => call(accessEndpoints.listRoleAssignments, { params: { principalId }, signal }),
  })

export const roleTemplatesQuery = queryOptions({
  queryKey: ['listRoleTemplates'],
  queryFn: ({ signal }) => call(accessEndpoints.listRoleTemplates, { signal }),
  staleTime: Infinity,
})

/** Whether the person may give and take roles at a scope. */
export const roleAccessQuery = (scope: string) =>
  queryOptions({
    queryKey: ['readRoleAccess', { scope }],
    queryFn: ({ signal }) => call(accessEndpoints.readRoleAccess, { query: { scope }, signal }),
    staleTime: 60_000,
    retry: false,
  })
