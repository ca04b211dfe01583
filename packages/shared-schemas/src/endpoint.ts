import type * as z from 'zod'
import type { ErrorCode } from './errors.ts'

export type EndpointMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One address of the API. It types the route, the browser's client and the OpenAPI page. */
export interface Endpoint {
  readonly operationId: string
  readonly summary: string
  readonly method: EndpointMethod
  /** Fastify template: `/api/identities/:subscriptionId`. */
  readonly path: string
  /** Everything is for signed-in people unless it says otherwise here. `administrator`: of the portal. */
  readonly access: 'signed-in' | 'administrator' | 'public'
  /** `cookie`: for the pages of the portal alone. Left out: also for who comes with an access token for its API. */
  readonly door?: 'cookie'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** In bytes, where the body may be larger than 64 KiB. */
  readonly bodyLimit?: number
  /** A limit of its own for each person, in the place of the general one. */
  readonly requestsPerMinute?: number
  /** The answer is a stream of server-sent events, whose data is `reply`. */
  readonly stream?: true
  /** The answer is a file, not JSON: `reply` is its text. */
  readonly file?: true
  readonly status: number
  readonly reply: z.ZodType
  /** Codes beyond those that every endpoint may answer with. */
  readonly errors: readonly ErrorCode[]
}

/** Keeps the literal types of a definition while checking its shape. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition
}

export type Params<E extends Endpoint> = E extends { params: infer P extends z.ZodType }
  ? z.input<P>
  : undefined
export type Query<E extends Endpoint> = E extends { query: infer Q extends z.ZodType }
  ? z.input<Q>
  : undefined
export type Body<E extends Endpoint> = E extends { body: infer B extends z.ZodType } ? z.input<B> : undefined
export type Reply<E extends Endpoint> = z.output<E['reply']>
