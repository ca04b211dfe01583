import * as z from 'zod'
import { holdsUnseen } from './primitives.ts'

const ViewName = z
  .string()
  .trim()
  .min(1, 'Give the view a name.')
  .max(60, 'A name has at most 60 characters.')
  .refine((text) => !/\p{Cc}/u.test(text) && !holdsUnseen(text), {
    error: 'The name holds a character that cannot be seen: type it anew.',
  })

/** How the list of trusts is shown, each part as the list's address has it; empty is its default. */
const shown = {
  query: z.string().max(2000, 'A query has at most 2,000 characters.'),
  sort: z.string().regex(/^-?[a-z]{0,20}$/, 'A sort names one column, with - in front for downwards.'),
  columns: z.string().regex(/^(?:[a-z]{1,20}(?:,[a-z]{1,20}){0,30})?$/, 'Columns are names with commas.'),
  of: z.enum(['mine', 'portal']),
} as const

export const ViewBody = z.strictObject({ name: ViewName, ...shown })
export type ViewBody = z.infer<typeof ViewBody>

/** `shared`: everybody of the tenant sees it; administrators alone share and change those. */
export const NewView = z.strictObject({ ...ViewBody.shape, shared: z.boolean() })
export type NewView = z.infer<typeof NewView>

export const ViewSave = z.strictObject({ ...NewView.shape, version: z.int().min(1) })
export type ViewSave = z.infer<typeof ViewSave>

export const SavedView = z.strictObject({
  viewId: z.uuid(),
  version: z.int(),
  name: z.string(),
  ...shown,
  shared: z.boolean(),
  /** It is the person's own. */
  mine: z.boolean(),
  savedBy: z.string(),
  changedAt: z.iso.datetime(),
})
export type SavedView = z.infer<typeof SavedView>

export const SavedViews = z.strictObject({
  /** Those of the person and those that are shared, by name. */
  views: z.array(SavedView),
  /** Opens by itself for this person; null for none. */
  defaultViewId: z.uuid().nullable(),
})
export type SavedViews = z.infer<typeof SavedViews>

/** A file of the list that somebody took, for the audit trail. */
export const InventoryExport = z.strictObject({
  of: shown.of,
  format: z.enum(['csv', 'json']),
  trusts: z.int().min(0).max(1_000_000),
  query: shown.query,
})
export type InventoryExport = z.infer<typeof InventoryExport>
