import * as z from 'zod'

/** Something that a pass over many could not read, and why. */
export const Unreadable = z.strictObject({
  /** `application`: one of them; `directory`: all applications that are left; `facts`: what an identity opens, or who owns it. */
  kind: z.enum(['subscription', 'identity', 'application', 'directory', 'facts']),
  scope: z.string(),
  displayName: z.string(),
  code: z.string(),
  reason: z.string(),
})
export type Unreadable = z.infer<typeof Unreadable>
