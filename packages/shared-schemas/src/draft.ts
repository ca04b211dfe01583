import * as z from 'zod'
import { withoutSecrets } from './draft-text.ts'
import { limits } from './limits.ts'
import { TrustParent } from './trust-parent.ts'

/** A draft holds what is half typed, so its texts are bounded and nothing else. */
const text = (most: number) => z.string().max(most, `This has more than ${most} characters: shorten it.`)
const line = text(limits.textLength)

/** The wizard's steps, in their order; also a part of its addresses. */
export const DraftStep = z.enum(['start', 'workload', 'identity', 'access', 'review', 'verify', 'connect'])
export type DraftStep = z.infer<typeof DraftStep>

/** What the person began with: only which kind of thing it was, never the thing. */
export const DraftSource = z.strictObject({
  kind: z.enum([
    'workload',
    'credential',
    'identity',
    'cluster',
    'error',
    'token',
    'tile',
    'link',
    'table',
    'matrix',
  ]),
})

/** Values of a preset's form. */
const DraftFields = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 'There is no field of such a name.'), line)
  .refine((fields) => Object.keys(fields).length <= 40, { error: 'A form has at most 40 fields.' })

export const DraftParent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('existing'), parent: TrustParent }),
  z.strictObject({
    kind: z.literal('newManagedIdentity'),
    subscriptionId: text(60),
    resourceGroup: text(90),
    location: text(60),
    identityName: text(128),
    /** Region of the resource group, where that is to be made as well. */
    groupLocation: text(60).optional(),
  }),
  z.strictObject({ kind: z.literal('newApplication'), displayName: text(256) }),
])
export type DraftParent = z.infer<typeof DraftParent>

const DraftAccess = z.strictObject({
  scope: text(1000),
  roleId: text(60),
  reason: text(500).optional(),
})

/** Many at once: names that are multiplied, or the cells of a table as they were read. */
const DraftBulk = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('matrix'),
    repositories: z.array(text(200)).max(1000),
    environments: z.array(text(255)).max(100),
    parents: z.array(DraftParent).max(1000),
  }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(text(100)).max(50),
    rows: z.array(z.array(line).max(50)).max(10_000, 'A table has at most 10,000 rows.'),
    parents: z.array(DraftParent).max(1000),
  }),
])

const State = z.strictObject({
  step: DraftStep,
  source: DraftSource.nullable(),
  presetId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'There is no platform of such a name.')
    .nullable(),
  fields: DraftFields,
  name: text(limits.nameMaxLength),
  audience: line,
  description: line,
  parent: DraftParent.nullable(),
  access: z.array(DraftAccess).max(20),
  bulk: DraftBulk.nullable(),
})

/** The wizard's state. It cannot hold a pasted token, a secret or the text of an error. */
export const DraftBody = State.check(withoutSecrets)
export type DraftBody = z.infer<typeof DraftBody>

/** A draft that nobody typed into. */
export const emptyDraftBody: DraftBody = {
  step: 'start',
  source: null,
  presetId: null,
  fields: {},
  name: '',
  audience: '',
  description: '',
  parent: null,
  access: [],
  bulk: null,
}

const stored = {
  draftId: z.uuid(),
  /** Counts up with every save. */
  version: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** It is deleted then, unless it is saved again. */
  keptUntil: z.iso.datetime(),
  /** The newest set-up run that was started from it. */
  runId: z.uuid().nullable(),
}

export const Draft = z.strictObject({ ...stored, body: State })
export type Draft = z.infer<typeof Draft>

/** A draft as a list shows it: without the rows of many at once. */
export const DraftSummary = z.strictObject({
  ...stored,
  body: State.omit({ bulk: true }),
  /** Null where it is about one trust. */
  bulk: z.enum(['matrix', 'table']).nullable(),
})
export type DraftSummary = z.infer<typeof DraftSummary>

/** `version` is that of the draft the person saw. */
export const DraftSave = z.strictObject({ version: z.int().min(1), body: DraftBody })
export type DraftSave = z.infer<typeof DraftSave>
