import * as z from 'zod'

/** Why a sign-in did not succeed: the only values of `/sign-in-problem?reason=`. */
export const SignInProblem = z.enum([
  /** The person went back at Entra's page. */
  'cancelled',
  /** The sign-in took longer than ten minutes, was used already, or was never begun. */
  'expired',
  /** The answer came to another browser than the one that began. */
  'other-browser',
  /** Entra refused, for example by a Conditional Access policy. */
  'refused',
  /** Entra's answer did not pass the portal's checks. */
  'not-trusted',
  /** The account belongs to another tenant than the portal's. */
  'other-tenant',
  /** Entra gave no usable answer. */
  'entra-unreachable',
  /** The portal failed: its database is away, or its registration at Entra is wrong. */
  'portal-fault',
])
export type SignInProblem = z.infer<typeof SignInProblem>
