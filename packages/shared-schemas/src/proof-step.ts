import * as z from 'zod'

/**
 * What showed it. Checked: `rules` (the values alone) or `rules-and-issuer` (also the issuer's documents and keys). Matched:
 * `claims` (claims of a pasted token, whose signature nobody verified) or `beacon` (a token whose signature was verified).
 * Seen: `exchange` (Entra took a token here) or `sign-in-log` (Entra's log names the credential).
 */
export const ProofMeans = z.enum(['rules', 'rules-and-issuer', 'claims', 'beacon', 'exchange', 'sign-in-log'])
export type ProofMeans = z.infer<typeof ProofMeans>

/** The last time that exactly these stored values were checked, matched or seen. */
export const ProofStep = z.strictObject({
  at: z.iso.datetime(),
  /** Who had it done. */
  by: z.string(),
  means: ProofMeans,
  /** Of a sign-in record: the address that the workload came from. */
  from: z.string().nullable().optional(),
})
export type ProofStep = z.infer<typeof ProofStep>
