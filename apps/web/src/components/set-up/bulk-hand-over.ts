import * as z from 'zod'
import { tabStorage } from '../../lib/browser-storage.ts'

const HandedRow = z.strictObject({
  issuer: z.string().default(''),
  subject: z.string().default(''),
  /** In place of issuer and subject, where GitHub is still to tell how the subject is made: `contoso/pay-api`, and which runs. */
  repository: z.string().default(''),
  environment: z.string().default(''),
  branch: z.string().default(''),
  tag: z.string().default(''),
  /** `yes`, or empty. */
  pullRequest: z.string().default(''),
  name: z.string().default(''),
  audience: z.string().default(''),
  description: z.string().default(''),
  /** Name, application ID or resource ID; empty: any of those chosen later. */
  identity: z.string().default(''),
})
/** One trust as another page read it, for the page of many at once. */
export type HandedRow = z.input<typeof HandedRow>
export type TakenRow = z.output<typeof HandedRow>

const key = 'trustwright.draft:hand-over'

/** Leaves rows for the page of many at once, which takes them when it opens next in this tab. */
export function handRowsOver(rows: readonly HandedRow[], storage: Storage = tabStorage): void {
  storage.setItem(key, JSON.stringify(rows))
}

/** The rows that were left, once; none where they cannot be read. */
export function takeHandedRows(storage: Storage = tabStorage): readonly TakenRow[] {
  const text = storage.getItem(key)
  if (text === null) return []
  storage.removeItem(key)
  try {
    return z.array(HandedRow).parse(JSON.parse(text))
  } catch {
    // Written by an older page: the person pastes again.
    return []
  }
}
