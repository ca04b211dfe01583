import * as z from 'zod'

/** Every error the portal's API can answer with: status, and a title a person can read. */
export const errorCatalogue = {
  SIGN_IN_REQUIRED: { status: 401, title: 'Sign in first' },
  SESSION_ENDED: { status: 401, title: 'Your session has ended' },
  STEP_UP_REQUIRED: { status: 401, title: 'Azure wants you to sign in again' },
  REQUEST_NOT_FROM_PORTAL: { status: 403, title: 'The request did not come from the portal' },
  INPUT_REFUSED: { status: 400, title: 'Some of the input needs a change' },
  ROUTE_NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take that method' },
  BODY_TOO_LARGE: { status: 413, title: 'The request is too large' },
  CONTENT_TYPE_REFUSED: { status: 415, title: 'The request is not JSON' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  FORBIDDEN: { status: 403, title: 'Azure does not let you do this' },
  POLICY_REFUSED: { status: 403, title: 'A policy of your organisation forbids this' },
  NOT_FOUND: { status: 404, title: 'Azure does not have this, or does not show it to you' },
  RESOURCE_GROUP_EXISTS: { status: 409, title: 'This resource group exists already' },
  IDENTITY_EXISTS: { status: 409, title: 'This identity exists already' },
  TRUST_NAME_TAKEN: { status: 409, title: 'There is a trust of this name already' },
  TRUST_PAIR_TAKEN: { status: 409, title: 'Another trust has this issuer and subject' },
  TRUST_LIMIT_REACHED: { status: 409, title: 'There is no room for another trust' },
  TRUST_CHANGED_MEANWHILE: { status: 409, title: 'Somebody changed this trust meanwhile' },
  TRUST_NOT_RESTORABLE: { status: 409, title: 'This trust cannot be made again' },
  TRUST_KIND_FIXED: { status: 409, title: 'A trust keeps its subject or its pattern' },
  EXPRESSION_REFUSED: { status: 422, title: 'Azure refused this pattern' },
  EXPRESSION_NOT_SUPPORTED: { status: 409, title: 'Azure does not take patterns here' },
  API_VERSION_UNKNOWN: { status: 409, title: 'Azure lacks the interface that this needs' },
  CONCURRENT_WRITE: { status: 409, title: 'Another change is going on' },
  RESOURCE_LOCKED: { status: 409, title: 'A lock protects this resource' },
  REGION_NOT_SUPPORTED: { status: 409, title: 'Azure does not support trusts in this region' },
  THROTTLED: { status: 429, title: 'Azure asked us to slow down' },
  UPSTREAM_REFUSED: { status: 422, title: 'Azure refused this' },
  UPSTREAM_FAILED: { status: 502, title: 'Azure failed to answer' },
  UPSTREAM_TIMEOUT: { status: 504, title: 'Azure did not answer in time' },
  DATABASE_UNAVAILABLE: { status: 503, title: 'The portal cannot reach its database' },
  INTERNAL: { status: 500, title: 'The portal failed, not your trust' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCatalogue
// Object.keys loses the literal keys; the catalogue above is the only source.
export const errorCodes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]

/** An answer of RFC 9457, `application/problem+json`. `detail` says what and why, `nextStep` what to do. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  detail: z.string(),
  nextStep: z.string(),
  /** The portal's own id of the request, to quote when asking for help. */
  requestId: z.string(),
  /** Dotted path of each refused field, with its reason. */
  fields: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  /** What Azure said, word for word, with the ids its support asks for. */
  upstream: z
    .strictObject({
      service: z.enum(['arm', 'graph', 'entra']),
      status: z.int().nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
      requestId: z.string().nullable(),
      correlationId: z.string().nullable(),
    })
    .optional(),
  missing: z
    .strictObject({
      action: z.string().nullable(),
      scope: z.string().nullable(),
      role: z.string().nullable(),
    })
    .optional(),
  retryAfterSeconds: z.number().optional(),
})
export type Problem = z.infer<typeof Problem>
