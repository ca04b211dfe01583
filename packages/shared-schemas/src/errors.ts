import * as z from 'zod'
import { DiagnosedCause } from './cause.ts'
import { GuardrailRefusal } from './guardrail.ts'

/** Every error the portal's API can answer with: status, and a title a person can read. */
export const errorCatalogue = {
  SIGN_IN_REQUIRED: { status: 401, title: 'Sign in first' },
  SESSION_ENDED: { status: 401, title: 'Your session has ended' },
  STEP_UP_REQUIRED: { status: 401, title: 'Azure wants you to sign in again' },
  REQUEST_NOT_FROM_PORTAL: { status: 403, title: 'The request did not come from the portal' },
  TOKEN_REFUSED: { status: 401, title: 'The access token was not accepted' },
  TWO_PROOFS: { status: 400, title: 'The request carries two proofs of who asks' },
  PORTAL_PAGES_ONLY: { status: 403, title: 'This is for the pages of the portal' },
  CONSENT_REQUIRED: { status: 403, title: 'Somebody has to consent first' },
  INPUT_REFUSED: { status: 400, title: 'Some of the input needs a change' },
  ROUTE_NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take that method' },
  BODY_TOO_LARGE: { status: 413, title: 'The request is too large' },
  CONTENT_TYPE_REFUSED: { status: 415, title: 'The request is not JSON' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  ADMINISTRATOR_REQUIRED: { status: 403, title: 'This is for administrators of the portal' },
  GUARDRAIL_REFUSED: { status: 403, title: 'A rule of your portal forbids this' },
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
  TRUST_WOULD_FAIL: { status: 422, title: 'No token would match this trust' },
  TOKEN_NOT_WANTED: { status: 400, title: 'A token does not belong here' },
  EXPRESSION_REFUSED: { status: 422, title: 'Azure refused this pattern' },
  EXPRESSION_NOT_SUPPORTED: { status: 409, title: 'Azure does not take patterns here' },
  API_VERSION_UNKNOWN: { status: 409, title: 'Azure lacks the interface that this needs' },
  CONCURRENT_WRITE: { status: 409, title: 'Another change is going on' },
  RESOURCE_LOCKED: { status: 409, title: 'A lock protects this resource' },
  REGION_NOT_SUPPORTED: { status: 409, title: 'Azure does not support trusts in this region' },
  DRAFT_NOT_FOUND: { status: 404, title: 'There is no such draft of yours' },
  DRAFT_CHANGED_MEANWHILE: { status: 409, title: 'This draft was saved elsewhere meanwhile' },
  DRAFT_LIMIT_REACHED: { status: 409, title: 'You have as many drafts as the portal keeps' },
  SET_UP_NOT_FOUND: { status: 404, title: 'There is no such run of yours' },
  SET_UP_ROWS_REFUSED: { status: 422, title: 'Some rows need a change' },
  SET_UP_LIMIT_REACHED: { status: 409, title: 'Other runs of yours are going on' },
  SET_UP_RUNNING: { status: 409, title: 'This run is going on already' },
  SET_UP_NOTHING_LEFT: { status: 409, title: 'This run has nothing left to do' },
  POLICIES_CHANGED_MEANWHILE: { status: 409, title: 'Somebody saved the rules meanwhile' },
  POLICIES_NOT_FOUND: { status: 404, title: 'The rules have no such version' },
  REQUEST_NOT_FOUND: { status: 404, title: 'There is no such request' },
  REQUEST_NOT_OPEN: { status: 409, title: 'This request is decided already' },
  REQUEST_LIMIT_REACHED: { status: 409, title: 'Other requests of yours are open' },
  ID_SWITCH_NOT_READY: { status: 409, title: 'The trust with names has to stay for now' },
  FIX_PLAN_CHANGED: { status: 409, title: 'The fixes would be others by now' },
  FIX_RUN_NOT_FOUND: { status: 404, title: 'There is no such run of yours' },
  FIX_RUNNING: { status: 409, title: 'This run is going on already' },
  FIX_LIMIT_REACHED: { status: 409, title: 'Another run of yours is going on' },
  REVIEW_NOT_FOUND: { status: 404, title: 'There is no such review, or not for you' },
  REVIEW_CHANGED_MEANWHILE: { status: 409, title: 'Somebody was here before you' },
  REVIEW_NOT_OPEN: { status: 409, title: 'The review does not take this now' },
  REVIEW_ITEM_NOT_RENEWABLE: { status: 409, title: 'There is nothing newer to take' },
  REVIEW_EMPTY: { status: 422, title: 'No trust fits this review' },
  REVIEW_TOO_LARGE: { status: 422, title: 'Too many trusts for one review' },
  ACCEPT_RULE_LIMIT_REACHED: { status: 409, title: 'Two hundred rules accept findings already' },
  VIEW_NOT_FOUND: { status: 404, title: 'There is no such view' },
  VIEW_NAME_TAKEN: { status: 409, title: 'There is a view of this name already' },
  VIEW_CHANGED_MEANWHILE: { status: 409, title: 'Somebody changed this view meanwhile' },
  VIEW_LIMIT_REACHED: { status: 409, title: 'You have as many views as the portal keeps' },
  BEACON_NOT_FOUND: { status: 404, title: 'There is no such beacon' },
  BEACON_LIMIT_REACHED: { status: 409, title: 'Other beacons of yours are waiting' },
  BEACON_OVER: { status: 410, title: 'This beacon takes no more tokens' },
  BEACON_TOKEN_REFUSED: { status: 422, title: 'This token proves nothing here' },
  THROTTLED: { status: 429, title: 'Azure asked us to slow down' },
  UPSTREAM_REFUSED: { status: 422, title: 'Azure refused this' },
  UPSTREAM_FAILED: { status: 502, title: 'Azure failed to answer' },
  UPSTREAM_TIMEOUT: { status: 504, title: 'Azure did not answer in time' },
  GITHUB_NOT_FOUND: { status: 404, title: 'GitHub does not have this, or does not show it' },
  GITHUB_MOVED: { status: 409, title: 'This repository moved on GitHub' },
  GITHUB_SIGN_IN_REQUIRED: { status: 403, title: 'GitHub wants you to sign in' },
  GITHUB_CONNECTION_ENDED: { status: 403, title: 'Your access to GitHub has ended' },
  GITHUB_RATE_LIMITED: { status: 429, title: 'GitHub asked us to slow down' },
  GITHUB_REFUSED: { status: 422, title: 'GitHub refused this' },
  GITHUB_FAILED: { status: 502, title: 'GitHub failed to answer' },
  GITHUB_TIMEOUT: { status: 504, title: 'GitHub did not answer in time' },
  DATABASE_UNAVAILABLE: { status: 503, title: 'The portal cannot reach its database' },
  INTERNAL: { status: 500, title: 'The portal failed, not your trust' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof errorCatalogue
// Object.keys loses the literal keys; the catalogue above is the only source.
export const errorCodes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]

/** The right that a refusal asked for; null where Azure does not say. */
export const MissingRight = z.strictObject({
  action: z.string().nullable(),
  scope: z.string().nullable(),
  role: z.string().nullable(),
})
export type MissingRight = z.infer<typeof MissingRight>

/** A row of many that breaks a rule, with dotted paths inside of it. */
export const RefusedRow = z.strictObject({
  key: z.string(),
  problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
})
export type RefusedRow = z.infer<typeof RefusedRow>

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
  /** What Azure or GitHub said, word for word, with the ids its support asks for. */
  upstream: z
    .strictObject({
      service: z.enum(['arm', 'graph', 'entra', 'github']),
      status: z.int().nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
      requestId: z.string().nullable(),
      correlationId: z.string().nullable(),
    })
    .optional(),
  missing: MissingRight.optional(),
  /** Why a trust is certain to fail (TRUST_WOULD_FAIL); `acceptRisks` takes their codes. */
  causes: z.array(DiagnosedCause).optional(),
  /** Rules of the portal that refuse (GUARDRAIL_REFUSED). */
  guardrails: z.array(GuardrailRefusal).optional(),
  retryAfterSeconds: z.number().optional(),
  /**
   * What a new access token has to prove (STEP_UP_REQUIRED, to who came with one): JSON of a claims request as base64url. Entra
   * takes it decoded, as the `claims` of its authorize address. https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter
   */
  claims: z.string().optional(),
  /** Which application nobody consented to, and for what (CONSENT_REQUIRED). */
  consent: z.strictObject({ clientId: z.string(), scopes: z.array(z.string()) }).optional(),
  /** What is stored now of a draft that was saved elsewhere. */
  current: z.strictObject({ version: z.int(), changedAt: z.iso.datetime() }).optional(),
  /** Rows of many that break a rule, by their keys; at most 200 of them. */
  rows: z.array(RefusedRow).optional(),
})
export type Problem = z.infer<typeof Problem>
