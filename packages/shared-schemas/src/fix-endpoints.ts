import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { FixPlan, FixRequest, FixRun, FixRunDetail, StartFixes } from './fix.ts'

const path = '/api/fixes'
const RunPath = z.strictObject({ runId: z.uuid() })
/** 5,000 hashes fit. */
const bodyLimit = 512 * 1024

/** The addresses of fixes of many findings at once; a part of `endpoints`. */
export const fixEndpoints = {
  dryRunFixes: endpoint({
    operationId: 'dryRunFixes',
    summary: 'What fixing the chosen findings would change, and what it would leave; nothing is written',
    method: 'POST',
    path: `${path}/dry-run`,
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 30,
    body: FixRequest,
    status: 200,
    reply: FixPlan,
    errors: ['ADMINISTRATOR_REQUIRED', 'BODY_TOO_LARGE', 'NOT_FOUND'],
  }),
  startFixes: endpoint({
    operationId: 'startFixes',
    summary: 'Do what the dry run showed, in the background as the person; every deletion can be restored',
    method: 'POST',
    path,
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 30,
    body: StartFixes,
    status: 201,
    reply: FixRun,
    errors: [
      'ADMINISTRATOR_REQUIRED',
      'BODY_TOO_LARGE',
      'NOT_FOUND',
      'FIX_PLAN_CHANGED',
      'FIX_LIMIT_REACHED',
    ],
  }),
  listFixes: endpoint({
    operationId: 'listFixes',
    summary: "The person's own runs of the last 30 days, newest first, at most 50",
    method: 'GET',
    path,
    access: 'signed-in',
    status: 200,
    reply: z.strictObject({ runs: z.array(FixRun) }),
    errors: [],
  }),
  readFixes: endpoint({
    operationId: 'readFixes',
    summary: 'Progress of a run with its items in order; one whose portal was restarted goes on by this',
    method: 'GET',
    path: `${path}/:runId`,
    access: 'signed-in',
    params: RunPath,
    query: z.strictObject({
      /** `open`: neither made nor there already. */
      items: z.enum(['all', 'open']).default('all'),
      /** Ordinal of the last item of the page before. */
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(500),
    }),
    status: 200,
    reply: FixRunDetail,
    errors: ['FIX_RUN_NOT_FOUND'],
  }),
  resumeFixes: endpoint({
    operationId: 'resumeFixes',
    summary: 'Go on with what is left, or try again what failed; nothing is done twice',
    method: 'POST',
    path: `${path}/:runId/resume`,
    access: 'signed-in',
    params: RunPath,
    body: z.strictObject({ only: z.enum(['left', 'failed']) }),
    status: 200,
    reply: FixRunDetail,
    errors: ['FIX_RUN_NOT_FOUND', 'FIX_RUNNING', 'FIX_LIMIT_REACHED'],
  }),
  stopFixes: endpoint({
    operationId: 'stopFixes',
    summary: 'Stop after the change that is under way',
    method: 'POST',
    path: `${path}/:runId/stop`,
    access: 'signed-in',
    params: RunPath,
    status: 200,
    reply: FixRunDetail,
    errors: ['FIX_RUN_NOT_FOUND'],
  }),
} as const
