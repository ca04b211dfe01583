import { z } from 'zod'
import { nextLinkFaults, type FaultRule } from '../kernel/faults.ts'

const text = z.string().min(1).max(600)

const match = z.strictObject({
  operation: text.optional(),
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']).optional(),
  pathPrefix: text.startsWith('/').optional(),
  pathPattern: text.startsWith('/').optional(),
  area: z.enum(['arm', 'graph', 'entra', 'issuers', 'github']).optional(),
  caller: text.optional(),
})

const mode = z.union([
  z.strictObject({
    next: z.number().int().min(1).max(1_000_000),
    after: z.number().int().min(0).max(1_000_000).optional(),
  }),
  z.strictObject({ rate: z.number().min(0).max(1), seed: z.number().int().min(0).optional() }),
])

const effect = z.union([
  z.strictObject({
    status: z.number().int().min(400).max(599),
    code: text,
    message: text.optional(),
    retryAfterSeconds: z.number().int().min(0).max(86_400).optional(),
  }),
  z.strictObject({ latencyMs: z.number().int().min(1).max(600_000) }),
  z.strictObject({ dropConnection: z.literal(true), when: z.enum(['before', 'after']).optional() }),
  z.strictObject({ truncateBody: z.literal(true) }),
  z.strictObject({ claimsChallenge: z.union([z.literal(true), z.literal('newerToken')]) }),
  z.strictObject({ nextLink: z.enum(nextLinkFaults) }),
])

/** `POST /_emulator/faults`. Without `match` it strikes everything, without `mode` the next request alone. */
export const faultRule: z.ZodType<FaultRule> = z.strictObject({
  match: match.default({}),
  mode: mode.default({ next: 1 }),
  effect,
})
