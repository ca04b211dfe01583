import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { PolicySave, PolicyVersion, StoredPolicies } from './policy.ts'

/** The addresses of the portal's rules; a part of `endpoints`. */
export const policyEndpoints = {
  readPolicies: endpoint({
    operationId: 'readPolicies',
    summary: 'The rules that hold now, for everybody who is bound by them; or those of a version',
    method: 'GET',
    path: '/api/policies',
    access: 'signed-in',
    query: z.strictObject({ version: z.coerce.number().int().min(0).optional() }),
    status: 200,
    reply: StoredPolicies,
    errors: ['POLICIES_NOT_FOUND'],
  }),
  savePolicies: endpoint({
    operationId: 'savePolicies',
    summary: 'Save all rules as a new version, if nobody saved one since',
    method: 'PUT',
    path: '/api/policies',
    access: 'administrator',
    bodyLimit: 1024 * 1024,
    body: PolicySave,
    status: 200,
    reply: StoredPolicies,
    errors: ['POLICIES_CHANGED_MEANWHILE', 'BODY_TOO_LARGE'],
  }),
  policyVersions: endpoint({
    operationId: 'policyVersions',
    summary: 'Who saved the rules when, newest first',
    method: 'GET',
    path: '/api/policies/versions',
    access: 'administrator',
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    status: 200,
    reply: z.strictObject({ versions: z.array(PolicyVersion) }),
    errors: [],
  }),
} as const
