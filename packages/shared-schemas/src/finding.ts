import * as z from 'zod'
import { CauseAction } from './cause.ts'
import { factGaps, findingRuleIds, findingSeverities, findingStates } from './finding-lists.ts'
import { PersonText } from './person-text.ts'

export const FindingRuleIdSchema = z.enum(findingRuleIds)
export const FindingSeveritySchema = z.enum(findingSeverities)
export const FindingStateSchema = z.enum(findingStates)

/** SHA-256 of a finding's key, as hexadecimal digits: another one as soon as a fact changed. */
export const FindingHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'The hash of a finding has 64 digits and letters.')

const FindingAction = z.union([CauseAction, z.strictObject({ kind: z.literal('delete') })])

/** How an acceptance came about; it no longer holds after `until`. */
export const FindingAcceptance = z.strictObject({
  /** The rule that accepts it; null where somebody accepted this one. */
  acceptRuleId: z.uuid().nullable(),
  until: z.iso.datetime().nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type FindingAcceptance = z.infer<typeof FindingAcceptance>

/** One thing that is wrong with a trust, or with what it is stored on, as the portal keeps it. */
export const StoredFinding = z.strictObject({
  hash: FindingHash,
  rule: FindingRuleIdSchema,
  severity: FindingSeveritySchema,
  state: FindingStateSchema,
  because: z.string(),
  title: z.string(),
  text: z.string(),
  evidence: z.string(),
  fix: z.strictObject({
    text: z.string(),
    action: FindingAction.optional(),
    withheld: z.string().optional(),
  }),
  docs: z.string(),
  /** Null: it is about the parent, whatever its trusts are. */
  trustKey: z.string().nullable(),
  trustName: z.string().nullable(),
  issuer: z.string().nullable(),
  /** Subject or matching expression. */
  subject: z.string().nullable(),
  parentKey: z.string(),
  parentKind: z.enum(['managedIdentity', 'application']).nullable(),
  parentName: z.string(),
  firstSeenAt: z.iso.datetime(),
  fixedAt: z.iso.datetime().nullable(),
  /** How it went away: with its trust, or because it no longer holds. */
  fixedBy: z.enum(['trust-gone', 'no-longer-holds']).nullable(),
  /** Null unless it is accepted. */
  acceptance: FindingAcceptance.nullable(),
})
export type StoredFinding = z.infer<typeof StoredFinding>

const count = z.int().min(0)

/** Counts of one rule. Those by severity are of active findings. */
export const FindingGroup = z.strictObject({
  rule: FindingRuleIdSchema,
  title: z.string(),
  because: z.string(),
  needs: z.string(),
  remedy: z.string(),
  severity: FindingSeveritySchema,
  states: z.strictObject({ active: count, accepted: count, fixed: count }),
  severities: z.strictObject({ critical: count, high: count, medium: count, low: count, info: count }),
  /** Trusts (or parents) of which a fact is missing: neither found nor fine. */
  notJudged: z.array(z.strictObject({ reason: z.enum(factGaps), count })),
})
export type FindingGroup = z.infer<typeof FindingGroup>

/** One judgement over everything that was read. */
export const FindingRun = z.strictObject({
  state: z.enum(['running', 'finished', 'failed']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Number of the inventory's run that was judged; null where none had finished. */
  scan: z.int().nullable(),
  trusts: count,
  parents: count,
  issuersProbed: count,
  /** Issuers that stand in trusts and were not probed in time. */
  issuersLeft: count,
  repositoriesLookedUp: count,
  repositoriesLeft: count,
  /** Why nobody looked at GitHub; null where somebody did. */
  githubBecause: z.enum(['not-connected', 'nobody-signed-in', 'failed']).nullable(),
})
export type FindingRun = z.infer<typeof FindingRun>

export const FindingGroups = z.strictObject({
  /** Null until the first one. */
  run: FindingRun.nullable(),
  groups: z.array(FindingGroup),
})
export type FindingGroups = z.infer<typeof FindingGroups>

export const FindingPage = z.strictObject({
  findings: z.array(StoredFinding),
  /** Of all that fit the filters, on every page. */
  total: count,
  /** Pass as `after` to read on; null at the end. */
  nextAfter: z.string().nullable(),
})
export type FindingPage = z.infer<typeof FindingPage>

/** Trust or parent, its worst active severity, and how many are active. */
const Mark = z.tuple([z.string(), FindingSeveritySchema, count])

export const FindingMarks = z.strictObject({
  /** Each trust with what is wrong with itself. */
  trusts: z.array(Mark),
  /** Each parent with what is wrong with the parent alone. */
  parents: z.array(Mark),
})
export type FindingMarks = z.infer<typeof FindingMarks>

/** The most that are accepted, opened again or fixed by one press. */
export const mostFindingsAtOnce = 5000

/** Hashes of what fits a filter, worst first, at most `mostFindingsAtOnce`; `total` counts all. */
export const FindingHashes = z.strictObject({ hashes: z.array(FindingHash), total: count })
export type FindingHashes = z.infer<typeof FindingHashes>

export const AcceptFindings = z.strictObject({
  hashes: z
    .array(FindingHash)
    .min(1, 'Name at least one finding.')
    .max(mostFindingsAtOnce, 'Accept at most 5,000 at once.'),
  /** At most two years ahead. */
  until: z.iso.datetime(),
  reason: PersonText,
})
export type AcceptFindings = z.infer<typeof AcceptFindings>

export const ReopenFindings = AcceptFindings.pick({ hashes: true })
export type ReopenFindings = z.infer<typeof ReopenFindings>

const patterns = z
  .array(z.string().min(1, 'A text is empty.').max(600, 'A text has more than 600 characters.'))
  .min(1)
  .max(100)

/** Which findings are accepted in advance. All parts that are given have to hold; in texts `*` is any run of characters. */
export const AcceptRuleBody = z
  .strictObject({
    rules: z.array(FindingRuleIdSchema).min(1).max(findingRuleIds.length).optional(),
    /** The worst severity that is accepted; left out: `medium`. */
    severityUpTo: FindingSeveritySchema.optional(),
    issuers: patterns.optional(),
    subjects: patterns.optional(),
    parentKeys: patterns.optional(),
    trustNames: patterns.optional(),
  })
  .refine(
    ({ severityUpTo: _severity, ...parts }) => Object.values(parts).some((part) => part !== undefined),
    {
      error: 'Say which rules, issuers, subjects, identities or trusts: a rule without any accepts nothing.',
    },
  )
export type AcceptRuleBody = z.infer<typeof AcceptRuleBody>

export const NewAcceptRule = z.strictObject({
  body: AcceptRuleBody,
  reason: PersonText,
  /** At most two years ahead. */
  until: z.iso.datetime(),
})
export type NewAcceptRule = z.infer<typeof NewAcceptRule>

export const StoredAcceptRule = z.strictObject({
  acceptRuleId: z.uuid(),
  body: AcceptRuleBody,
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Findings of the asked-for inventory that it accepts now. */
  accepted: count,
})
export type StoredAcceptRule = z.infer<typeof StoredAcceptRule>
