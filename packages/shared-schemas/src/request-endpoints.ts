import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import {
  NewTrustRequest,
  RequestApproval,
  RequestDecline,
  RequestReview,
  RequestWithdrawal,
  TrustRequest,
} from './request.ts'
import { refusalsOfNewTrusts } from './trust-refusals.ts'

const requestPath = '/api/requests/:requestId'
const RequestPath = z.strictObject({ requestId: z.uuid() })
const deciding = ['REQUEST_NOT_FOUND', 'REQUEST_NOT_OPEN'] as const

const ofReading = ['TRUST_CHANGED_MEANWHILE', 'NOT_FOUND', 'FORBIDDEN'] as const

/** What storing the trust, or the whole set-up, may answer. */
const ofCreation = [
  'TRUST_CHANGED_MEANWHILE',
  'TRUST_KIND_FIXED',
  'SET_UP_LIMIT_REACHED',
  'SET_UP_ROWS_REFUSED',
  'TRUST_WOULD_FAIL',
  'REGION_NOT_SUPPORTED',
  'RESOURCE_LOCKED',
  ...refusalsOfNewTrusts,
] as const

/** The addresses of requests to administrators; a part of `endpoints`. */
export const requestEndpoints = {
  createRequest: endpoint({
    operationId: 'createRequest',
    summary: 'Ask the administrators of the portal to create a trust; at most 50 open ones a person',
    method: 'POST',
    path: '/api/requests',
    access: 'signed-in',
    requestsPerMinute: 30,
    body: NewTrustRequest,
    status: 201,
    reply: TrustRequest,
    bodyLimit: 1024 * 1024,
    errors: ['REQUEST_LIMIT_REACHED', 'SET_UP_ROWS_REFUSED', ...ofReading, 'BODY_TOO_LARGE'],
  }),
  listRequests: endpoint({
    operationId: 'listRequests',
    summary: "The person's own requests, or for administrators those of everybody, newest first",
    method: 'GET',
    path: '/api/requests',
    access: 'signed-in',
    query: z.strictObject({
      of: z.enum(['mine', 'all']).default('mine'),
      state: z.enum(['open', 'decided', 'any']).default('any'),
      before: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    status: 200,
    reply: z.strictObject({
      requests: z.array(TrustRequest),
      /** Of all open ones that the person may see, whatever is listed. */
      open: z.int(),
      /** Pass as `before` to read older ones; null at the end. */
      nextBefore: z.string().nullable(),
    }),
    errors: ['ADMINISTRATOR_REQUIRED'],
  }),
  readRequest: endpoint({
    operationId: 'readRequest',
    summary: 'One request of the person, or any for an administrator',
    method: 'GET',
    path: requestPath,
    access: 'signed-in',
    params: RequestPath,
    status: 200,
    reply: TrustRequest,
    errors: ['REQUEST_NOT_FOUND'],
  }),
  reviewRequest: endpoint({
    operationId: 'reviewRequest',
    summary: 'What would refuse the request, what findings it would raise, and whether it still can be done',
    method: 'GET',
    path: `${requestPath}/review`,
    access: 'administrator',
    params: RequestPath,
    status: 200,
    reply: RequestReview,
    errors: ['REQUEST_NOT_FOUND'],
  }),
  approveRequest: endpoint({
    operationId: 'approveRequest',
    summary: "Create what was asked for with the administrator's own rights; what fails leaves it open",
    method: 'POST',
    path: `${requestPath}/approve`,
    access: 'administrator',
    params: RequestPath,
    body: RequestApproval,
    status: 200,
    reply: TrustRequest,
    errors: [...deciding, ...ofCreation],
  }),
  declineRequest: endpoint({
    operationId: 'declineRequest',
    summary: 'Decline a request, with words for the person',
    method: 'POST',
    path: `${requestPath}/decline`,
    access: 'administrator',
    params: RequestPath,
    body: RequestDecline,
    status: 200,
    reply: TrustRequest,
    errors: deciding,
  }),
  withdrawRequest: endpoint({
    operationId: 'withdrawRequest',
    summary: 'Take back a request of the person',
    method: 'POST',
    path: `${requestPath}/withdraw`,
    access: 'signed-in',
    params: RequestPath,
    body: RequestWithdrawal,
    status: 200,
    reply: TrustRequest,
    errors: deciding,
  }),
} as const
