import * as z from 'zod'

/** Whether this tenant takes patterns (flexible credentials) on one kind of parent: found out, never assumed. */
export const PatternSupport = z.strictObject({
  accepted: z.boolean(),
  /** What was asked and heard, in words, with Azure's own where it refused. */
  evidence: z.string(),
  checkedAt: z.iso.datetime(),
  /** `probe`: asked by the portal; `stored`: a person stored one or was refused; `seen`: one is stored in the tenant. */
  by: z.enum(['probe', 'stored', 'seen']),
})
export type PatternSupport = z.infer<typeof PatternSupport>

export const KnownPatternSupport = z.strictObject({
  /** Null: not found out yet. */
  support: PatternSupport.nullable(),
})
export type KnownPatternSupport = z.infer<typeof KnownPatternSupport>

/**
 * Without `mayStore` Azure is sent a pattern that it has to refuse, and its words are read. Those do not tell on every
 * kind of parent; `mayStore` then allows a pattern that Azure would store and no token can match, deleted at once.
 */
export const PatternProbe = z.strictObject({ mayStore: z.boolean().default(false) })
export type PatternProbe = z.infer<typeof PatternProbe>

export const PatternProbeResult = z.strictObject({
  /** Null: Azure's words leave it open. `mayStore` would tell. */
  accepted: z.boolean().nullable(),
  evidence: z.string(),
  /** Name of a probe that was stored and could not be deleted again, so the person has to; null otherwise. */
  leftBehind: z.string().nullable(),
  /** What is remembered now. */
  support: PatternSupport.nullable(),
})
export type PatternProbeResult = z.infer<typeof PatternProbeResult>
