import * as z from 'zod'
import { GuardrailRefusal } from './guardrail.ts'
import { FindingRuleIdSchema, FindingSeveritySchema } from './finding.ts'
import { SetUpItem } from './set-up.ts'
import { AnyApplicationTrustChange, AnyNewApplicationTrust } from './trust.ts'
import { TrustParent } from './trust-parent.ts'

const words = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Say ${what}.`)
    .max(1000, 'Write at most 1,000 characters.')
    .refine((value) => !/[^\P{Cc}\n]/u.test(value), {
      error: 'The text holds a control character: remove it.',
    })

/** `approving`: an administrator's approval is being carried out. */
export const TrustRequestState = z.enum(['open', 'approving', 'approved', 'declined', 'withdrawn'])
export type TrustRequestState = z.infer<typeof TrustRequestState>

/** A new trust on what is there. */
const AskedCreate = z
  .strictObject({ kind: z.literal('create'), parent: TrustParent, trust: AnyNewApplicationTrust })
  .refine(({ parent, trust }) => parent.kind === 'application' || (trust.description ?? '') === '', {
    path: ['trust', 'description'],
    error: 'Only trusts of applications have a description. Leave it out.',
  })

/** Other values for a stored trust, as the person saw it. */
const changing = {
  kind: z.literal('change'),
  parent: TrustParent,
  trustName: z.string().min(1).max(200),
  change: AnyApplicationTrustChange.refine(({ fingerprint }) => fingerprint !== null, {
    path: ['fingerprint'],
    error: 'Name the trust that was seen.',
  }),
}

/** A whole set-up: identities or applications that may be new, their trusts and their roles. */
const AskedSetUp = z.strictObject({
  kind: z.literal('set-up'),
  items: z.array(SetUpItem).min(1, 'There is no row.').max(200, 'One request takes at most 200 rows.'),
})

export const RequestWish = z.discriminatedUnion('kind', [AskedCreate, z.strictObject(changing), AskedSetUp])
export type RequestWish = z.infer<typeof RequestWish>

/** What somebody asks an administrator to do. */
export const NewTrustRequest = z.strictObject({ asked: RequestWish, why: words('why it is needed') })
export type NewTrustRequest = z.infer<typeof NewTrustRequest>

const RequestBefore = z.strictObject({
  issuer: z.string(),
  subject: z.string().nullable(),
  expression: z.string().nullable(),
  audiences: z.array(z.string()),
  description: z.string().nullable(),
})

/** The same as it is kept: a change with the values that were stored when it was asked for. */
export const RequestAsked = z.discriminatedUnion('kind', [
  AskedCreate,
  z.strictObject({ ...changing, before: RequestBefore }),
  AskedSetUp,
])
export type RequestAsked = z.infer<typeof RequestAsked>

const Person = z.strictObject({ objectId: z.string(), username: z.string() })

export const TrustRequest = z.strictObject({
  requestId: z.uuid(),
  state: TrustRequestState,
  /** Counts up with every change. */
  version: z.int(),
  requestedBy: Person,
  requestedAt: z.iso.datetime(),
  asked: RequestAsked,
  why: z.string(),
  /** Rules that refused it to the person when they asked. */
  guardrails: z.array(GuardrailRefusal),
  decidedBy: Person.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** Of who declined. */
  answer: z.string().nullable(),
  /** Why the last approval was not carried out; the request stays open then. */
  problem: z
    .strictObject({ code: z.string(), detail: z.string(), at: z.iso.datetime(), by: z.string() })
    .nullable(),
  /** Of a set-up: the run of the administrator who approved it last. */
  runId: z.uuid().nullable(),
  /** The trusts that came of it. */
  made: z.array(z.strictObject({ parent: TrustParent, trustName: z.string() })),
})
export type TrustRequest = z.infer<typeof TrustRequest>

const seen = { version: z.int().min(1) }

/** `exceptPolicies`: ids of rules that the administrator lets it pass. */
export const RequestApproval = z.strictObject({
  ...seen,
  exceptPolicies: z.array(z.string()).max(100).default([]),
})
export type RequestApproval = z.infer<typeof RequestApproval>

export const RequestDecline = z.strictObject({ ...seen, answer: words('why it is declined') })
export type RequestDecline = z.infer<typeof RequestDecline>

export const RequestWithdrawal = z.strictObject(seen)

/** A finding that the trust would be listed under as soon as it is stored. */
export const RaisedFinding = z.strictObject({
  rule: FindingRuleIdSchema,
  severity: FindingSeveritySchema,
  title: z.string(),
  text: z.string(),
  evidence: z.string(),
  fix: z.string(),
  docs: z.string(),
  /** Name of the trust; null where it is about what carries it. */
  trustName: z.string().nullable(),
  parentName: z.string(),
})
export type RaisedFinding = z.infer<typeof RaisedFinding>

/** What an administrator looks at before deciding, as things are now. */
export const RequestReview = z.strictObject({
  /** Rules that refuse it to the administrator as they stand. */
  guardrails: z.array(GuardrailRefusal),
  findings: z.array(RaisedFinding),
  /** Whether the administrator's inventory, or the portal's, tells what the identity may do. */
  accessKnown: z.boolean(),
  /** Why it cannot be done any more, or is done already; null while neither is known. */
  stale: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
})
export type RequestReview = z.infer<typeof RequestReview>
