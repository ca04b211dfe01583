import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { SetUpDryRun } from './set-up-dry-run.ts'
import { SetUpEvent, SetUpRequest, SetUpRun, SetUpRunPage } from './set-up.ts'

const runs = '/api/set-up/runs'
const runPath = `${runs}/:runId`
const RunPath = z.strictObject({ runId: z.uuid() })
/** 10,000 trusts of the usual length fit. */
const bodyLimit = 8 * 1024 * 1024

/** The addresses of set-up runs; a part of `endpoints`. */
export const setUpEndpoints = {
  dryRunSetUp: endpoint({
    operationId: 'dryRunSetUp',
    summary: 'What a run would make, find there already, or be refused; nothing is written',
    method: 'POST',
    path: '/api/set-up/dry-runs',
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 20,
    body: SetUpRequest,
    status: 200,
    reply: SetUpDryRun,
    errors: ['BODY_TOO_LARGE'],
  }),
  startSetUp: endpoint({
    operationId: 'startSetUp',
    summary: 'Make identities or applications, their trusts and roles, in the background as the person',
    method: 'POST',
    path: runs,
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 20,
    body: SetUpRequest,
    status: 202,
    reply: SetUpRun,
    errors: [
      'SET_UP_ROWS_REFUSED',
      'SET_UP_LIMIT_REACHED',
      'SET_UP_RUNNING',
      'DRAFT_NOT_FOUND',
      'BODY_TOO_LARGE',
    ],
  }),
  listSetUps: endpoint({
    operationId: 'listSetUps',
    summary: "The person's own runs of the last 30 days, newest first, at most 50",
    method: 'GET',
    path: runs,
    access: 'signed-in',
    status: 200,
    reply: z.strictObject({ runs: z.array(SetUpRun) }),
    errors: [],
  }),
  readSetUp: endpoint({
    operationId: 'readSetUp',
    summary: 'Progress of a run, and its rows after a given one with the steps of each',
    method: 'GET',
    path: runPath,
    access: 'signed-in',
    params: RunPath,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
      /** `problems`: only rows with a step that is neither done nor on its way. */
      only: z.enum(['all', 'problems']).default('all'),
    }),
    status: 200,
    reply: SetUpRunPage,
    errors: ['SET_UP_NOT_FOUND'],
  }),
  followSetUp: endpoint({
    operationId: 'followSetUp',
    summary:
      'Server-sent events of a run, resumed by Last-Event-ID; the stream ends with the run, and every five minutes',
    method: 'GET',
    path: `${runPath}/events`,
    access: 'signed-in',
    params: RunPath,
    stream: true,
    status: 200,
    reply: SetUpEvent,
    errors: ['SET_UP_NOT_FOUND'],
  }),
  stopSetUp: endpoint({
    operationId: 'stopSetUp',
    summary: 'Stop a run after the step that it is at; it can be resumed',
    method: 'POST',
    path: `${runPath}/stop`,
    access: 'signed-in',
    params: RunPath,
    status: 202,
    reply: SetUpRun,
    errors: ['SET_UP_NOT_FOUND'],
  }),
  resumeSetUp: endpoint({
    operationId: 'resumeSetUp',
    summary: 'Go on where a run stopped, or try again what failed; what exists already is never made twice',
    method: 'POST',
    path: `${runPath}/resume`,
    access: 'signed-in',
    requestsPerMinute: 30,
    params: RunPath,
    body: z.strictObject({
      /** `failed`: only what failed, was in conflict, is unknown or was not tried because of those. */
      only: z.enum(['left', 'failed']).default('left'),
    }),
    status: 202,
    reply: SetUpRun,
    errors: ['SET_UP_NOT_FOUND', 'SET_UP_RUNNING', 'SET_UP_NOTHING_LEFT', 'SET_UP_LIMIT_REACHED'],
  }),
} as const
