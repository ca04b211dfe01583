import { endpoint } from './endpoint.ts'
import { FixRun } from './fix.ts'
import { RemovalChoice, RemovalPlan, StartRemovals } from './removal.ts'

const path = '/api/removals'
/** 5,000 keys fit. */
const bodyLimit = 2 * 1024 * 1024

/** The addresses of deleting many trusts at once; a part of `endpoints`. */
export const removalEndpoints = {
  dryRunRemovals: endpoint({
    operationId: 'dryRunRemovals',
    summary: 'What deleting the chosen trusts would delete, and what it would leave; nothing is written',
    method: 'POST',
    path: `${path}/dry-run`,
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 30,
    body: RemovalChoice,
    status: 200,
    reply: RemovalPlan,
    errors: ['ADMINISTRATOR_REQUIRED', 'BODY_TOO_LARGE'],
  }),
  startRemovals: endpoint({
    operationId: 'startRemovals',
    summary: 'Delete what the dry run showed, in the background as the person; each can be restored',
    method: 'POST',
    path,
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 30,
    body: StartRemovals,
    status: 201,
    reply: FixRun,
    errors: ['ADMINISTRATOR_REQUIRED', 'BODY_TOO_LARGE', 'FIX_PLAN_CHANGED', 'FIX_LIMIT_REACHED'],
  }),
} as const
