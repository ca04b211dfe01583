import * as z from 'zod'
import { MissingRight } from './errors.ts'
import { FindingHash, FindingRuleIdSchema, mostFindingsAtOnce } from './finding.ts'
import { GuardrailRefusal } from './guardrail.ts'
import { TrustParent } from './trust-parent.ts'

/** `add` stores another trust beside the one that the finding is about, which stays as it is. */
export const FixAction = z.enum(['change', 'delete', 'add'])
export type FixAction = z.infer<typeof FixAction>

/** What decides who gets in. */
export const FixValues = z.strictObject({
  issuer: z.string(),
  subject: z.string().nullable(),
  expression: z.string().nullable(),
  audiences: z.array(z.string()),
})
export type FixValues = z.infer<typeof FixValues>

/** One change of one trust: what the chosen findings of it come to. */
export const FixItem = z.strictObject({
  trustKey: z.string(),
  parent: TrustParent,
  parentName: z.string(),
  name: z.string(),
  action: FixAction,
  /** Findings that it ends. */
  hashes: z.array(FindingHash),
  rules: z.array(FindingRuleIdSchema),
  before: FixValues,
  /** Null for a deletion. */
  after: FixValues.nullable(),
  /** Of the trust that is added; null otherwise. */
  newName: z.string().nullable(),
  /** Rules of the portal that would refuse it now. */
  guardrails: z.array(GuardrailRefusal),
})
export type FixItem = z.infer<typeof FixItem>

/** A chosen finding that nothing is done about, with the reason. */
export const LeftFinding = z.strictObject({
  hash: FindingHash,
  rule: FindingRuleIdSchema,
  trustKey: z.string().nullable(),
  trustName: z.string().nullable(),
  parentName: z.string(),
  why: z.string(),
})
export type LeftFinding = z.infer<typeof LeftFinding>

/** What a run would do. It rests on the newest inventory: each trust is read again right before it is changed. */
export const FixPlan = z.strictObject({
  /** SHA-256 of the changes: a run is begun with it, and refused where it would do something else by now. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  items: z.array(FixItem),
  left: z.array(LeftFinding),
  /** Number and time of the inventory's run that it rests on. */
  scan: z.int().nullable(),
  readAt: z.iso.datetime().nullable(),
  /** At Azure's pace. */
  seconds: z.int(),
})
export type FixPlan = z.infer<typeof FixPlan>

/** Whose findings, and which. */
export const FixRequest = z.strictObject({
  of: z.enum(['mine', 'portal']).default('mine'),
  hashes: z
    .array(FindingHash)
    .min(1, 'Choose at least one finding.')
    .max(mostFindingsAtOnce, 'One run takes at most 5,000 findings.'),
})
export type FixRequest = z.infer<typeof FixRequest>

export const StartFixes = z.strictObject({ ...FixRequest.shape, digest: FixPlan.shape.digest })
export type StartFixes = z.infer<typeof StartFixes>

/**
 * `already`: Azure had it so. `conflict`: somebody changed the trust meanwhile, and it was left as it is. `unknown`: the answer
 * was lost, and reading did not settle it.
 */
export const FixItemState = z.enum([
  'pending',
  'running',
  'waiting',
  'done',
  'already',
  'failed',
  'conflict',
  'unknown',
])
export type FixItemState = z.infer<typeof FixItemState>

export const FixProgress = z.strictObject({
  ordinal: z.int(),
  parent: TrustParent,
  name: z.string(),
  action: FixAction,
  before: FixValues.nullable(),
  after: FixValues.nullable(),
  newName: z.string().nullable(),
  state: FixItemState,
  /** Of the errors' closed list; null where nothing went wrong. */
  code: z.string().nullable(),
  detail: z.string().nullable(),
  nextStep: z.string().nullable(),
  missing: MissingRight.nullable(),
  /** By which a deleted trust can be restored for 30 days. */
  deletedTrustId: z.uuid().nullable(),
  waitingUntil: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
})
export type FixProgress = z.infer<typeof FixProgress>

/** `paused`: it waits for the person to sign in again. */
export const FixRunState = z.enum(['running', 'stopped', 'paused', 'finished'])
export type FixRunState = z.infer<typeof FixRunState>

export const FixRun = z.strictObject({
  runId: z.uuid(),
  /** What it was begun for. */
  origin: z.enum(['findings', 'review', 'list']),
  /** ID of the review; null for findings. */
  originId: z.string().nullable(),
  state: FixRunState,
  /** Why it does not run, in words; null while it does, and when it is finished. */
  stoppedBecause: z.string().nullable(),
  startedAt: z.iso.datetime(),
  startedBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
  itemCount: z.int(),
  counts: z.record(FixItemState, z.int()),
  /** Estimate from what is left and the pace; null while it does not run. */
  secondsLeft: z.int().nullable(),
})
export type FixRun = z.infer<typeof FixRun>

export const FixRunDetail = z.strictObject({
  run: FixRun,
  items: z.array(FixProgress),
  /** Pass as `after` for the items behind these; null at the end. */
  nextAfter: z.int().nullable(),
})
export type FixRunDetail = z.infer<typeof FixRunDetail>
