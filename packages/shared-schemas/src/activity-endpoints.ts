import * as z from 'zod'
import { ActivityExportQuery, ActivityPage, ActivityQuery } from './activity.ts'
import { endpoint } from './endpoint.ts'
import { IdentityPath, identityAddress } from './trust-parent.ts'

/** The addresses of the audit trail; a part of `endpoints`. */
export const activityEndpoints = {
  listActivity: endpoint({
    operationId: 'listActivity',
    summary: "The person's own actions, or for administrators those of everybody, newest first",
    method: 'GET',
    path: '/api/activity',
    access: 'signed-in',
    query: ActivityQuery,
    status: 200,
    reply: ActivityPage,
    errors: ['ADMINISTRATOR_REQUIRED'],
  }),
  exportActivity: endpoint({
    operationId: 'exportActivity',
    summary: 'All actions that match, as a file; the export is an action itself',
    method: 'GET',
    path: '/api/activity/export',
    access: 'signed-in',
    requestsPerMinute: 10,
    query: ActivityExportQuery,
    file: true,
    status: 200,
    reply: z.string(),
    errors: ['ADMINISTRATOR_REQUIRED'],
  }),
  listIdentityActivity: endpoint({
    operationId: 'listIdentityActivity',
    summary: 'What anybody did through the portal to one identity and its trusts, newest first',
    method: 'GET',
    path: `${identityAddress}/activity`,
    access: 'signed-in',
    params: IdentityPath,
    query: z.strictObject({
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    status: 200,
    reply: ActivityPage,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
