import * as z from 'zod'
import { PersonText } from './person-text.ts'

const count = z.int().min(0)

/**
 * `draft`: nobody decides yet. `ended`: decided, and nothing deleted. `applying`: removals go to Azure, one after the other.
 * `applied` and `cancelled` are ends.
 */
export const reviewStates = ['draft', 'open', 'paused', 'ended', 'applying', 'applied', 'cancelled'] as const
export const ReviewState = z.enum(reviewStates)
export type ReviewState = z.infer<typeof ReviewState>

/** What becomes of a trust that nobody decided about. Either way a person has to press Apply. */
export const ReviewSilence = z.enum(['keep', 'remove'])
export type ReviewSilence = z.infer<typeof ReviewSilence>

/** To be typed by whoever lets silence remove. */
export const silenceWords = 'remove undecided'

export const ReviewPerson = z.strictObject({ objectId: z.string(), username: z.string() })
export type ReviewPerson = z.infer<typeof ReviewPerson>

/** An object ID, or a user name (UPN), in lower case. */
export const Reviewer = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^\s@]{1,64}@[^\s@]{1,190})$/,
    'Name a person by user name, such as dana@contoso.com, or by object ID.',
  )

/** `picked`: trusts that are named one by one; more are chosen by a query. */
export const reviewLimits = {
  items: 50_000,
  picked: 5000,
  reviewers: 50,
  nameLength: 120,
  wordsLength: 1000,
} as const

/**
 * Which trusts of the inventory of the person, or of the portal: those that fit a query of the trusts page, or those that are
 * named by their keys, where `keys` is there.
 */
export const ReviewChoice = z.strictObject({
  of: z.enum(['mine', 'portal']).default('mine'),
  query: z.string().max(2000).default(''),
  keys: z
    .array(z.string().min(1).max(1000))
    .min(1)
    .max(reviewLimits.picked, 'Name at most 5,000 trusts; choose more by a query.')
    .optional(),
})
export type ReviewChoice = z.infer<typeof ReviewChoice>

export const ReviewPreview = z.strictObject({
  /** Trusts that fit now; a review takes at most 50,000. */
  trusts: count,
  /** Of these, without an owner who could decide, as far as Graph tells. */
  ownerless: count,
  /** Of these, with an open finding that is critical or high. */
  risky: count,
  /** Parts of the query that were not understood, in words. */
  problems: z.array(z.string()),
  /** When the newest run over the inventory was finished; null where there was none. */
  readAt: z.iso.datetime().nullable(),
  /** False while the newest run is not judged: a review made now would lack its findings. */
  isJudged: z.boolean(),
})
export type ReviewPreview = z.infer<typeof ReviewPreview>

const settings = {
  name: z
    .string()
    .trim()
    .min(1, 'Give the review a name.')
    .max(reviewLimits.nameLength, 'Use at most 120 characters.')
    .refine((value) => !/\p{Cc}/u.test(value), 'The name holds a control character: remove it.'),
  reviewers: z.array(Reviewer).max(reviewLimits.reviewers, 'Name at most 50 people.').default([]),
  /** Owners decide about what they own; the named people and the administrators about everything. */
  ownersDecide: z.boolean().default(false),
  dueAt: z.iso.datetime(),
  silence: ReviewSilence.default('keep'),
  silenceWords: z.string().optional(),
} as const

const typesSilence = ({
  silence,
  silenceWords: typed,
}: {
  silence: string
  silenceWords?: string | undefined
}) => silence === 'keep' || typed === silenceWords
const untyped = {
  path: ['silenceWords'],
  error: `Type “${silenceWords}”, so that nobody removes by silence without meaning it.`,
}

export const NewReview = z
  .strictObject({
    ...ReviewChoice.shape,
    ...settings,
    /** False: it stays a draft. */
    open: z.boolean().default(true),
  })
  .refine(typesSilence, untyped)
export type NewReview = z.infer<typeof NewReview>

/** New settings of a review that is not ended; `choice` takes other trusts into a draft, with their facts as they are then. */
export const ReviewSettings = z
  .strictObject({ ...settings, version: z.int().min(1), choice: ReviewChoice.optional() })
  .refine(typesSilence, untyped)
export type ReviewSettings = z.infer<typeof ReviewSettings>

/** Who decides. `objectId` is null for a name that nobody could look up; it counts for whoever signs in by it. */
export const ReviewMember = z.strictObject({
  objectId: z.string().nullable(),
  username: z.string(),
  /** Empty where nobody could look it up. */
  displayName: z.string(),
})
export type ReviewMember = z.infer<typeof ReviewMember>

/** `left`: the account is blocked or gone, so that nobody else decides in their place. */
export const ReviewMemberState = z.strictObject({
  ...ReviewMember.shape,
  state: z.enum(['there', 'left', 'not-told']),
  decided: count,
})
export type ReviewMemberState = z.infer<typeof ReviewMemberState>

const ReviewCounts = z.strictObject({
  items: count,
  decided: count,
  keep: count,
  remove: count,
  skip: count,
  undecided: count,
  /** Of the undecided, with a critical or high finding. */
  undecidedRisky: count,
  /** Of all, without an owner who could decide. */
  ownerless: count,
  /** Those that the person may see; the rest is in the review, and not shown to them. */
  visible: count,
  visibleUndecided: count,
})

/** How the removals go. */
export const ReviewRun = z.strictObject({
  by: ReviewPerson,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  pending: count,
  done: count,
  /** Left alone: changed since the decision, gone already, refused, or not known. */
  notDone: count,
  /** Estimate from Azure's pace; null once nothing is left. */
  secondsLeft: z.number().nullable(),
  waitingUntil: z.iso.datetime().nullable(),
  /** Why it stands still, in words; null while it goes on. */
  stoppedBecause: z.string().nullable(),
})
export type ReviewRun = z.infer<typeof ReviewRun>

export const Review = z.strictObject({
  reviewId: z.uuid(),
  name: z.string(),
  state: ReviewState,
  /** Counts up with every change of the review itself, not of its decisions. */
  version: z.int(),
  query: z.string(),
  of: z.enum(['mine', 'portal']),
  scan: z.int().nullable(),
  madeBy: ReviewPerson,
  madeAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  silence: ReviewSilence,
  reviewers: z.array(ReviewMember),
  ownersDecide: z.boolean(),
  /** The trusts were named one by one, not by the query. */
  isPicked: z.boolean(),
  /** May pause, end, apply and export. */
  mayManage: z.boolean(),
  counts: ReviewCounts,
  run: ReviewRun.nullable(),
})
export type Review = z.infer<typeof Review>

export const ReviewMove = z.strictObject({
  version: z.int().min(1),
  to: z.enum(['open', 'paused', 'ended', 'cancelled']),
  why: PersonText.optional(),
})
export type ReviewMove = z.infer<typeof ReviewMove>

/** `removals`: as many as the person saw on the page that lists them. */
export const ReviewApply = z.strictObject({ version: z.int().min(1), removals: z.int().min(0) })
export type ReviewApply = z.infer<typeof ReviewApply>
