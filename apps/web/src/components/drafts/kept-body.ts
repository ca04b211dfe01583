import { DraftBody } from '@trustwright/shared-schemas'
import { clearDraft, draftKey, keepDraft, readDraft, type DraftStorage } from '../../lib/draft-store.ts'

/** What was typed and never reached the server, with the version that it was typed over. */
export interface KeptBody {
  /** 0 where the server never took the draft. */
  readonly version: number
  readonly body: DraftBody
}

const keyOf = (person: string, draftId: string) => draftKey(person, `/new/${draftId}`)

/** Keeps it in this tab over a reload or a new sign-in. What a draft cannot hold, such as a token, is not kept here either. */
export function keepBody(
  storage: DraftStorage,
  person: string,
  draftId: string,
  { version, body }: KeptBody,
): void {
  const held = DraftBody.safeParse(body)
  if (held.success) keepDraft(storage, keyOf(person, draftId), { version, body: held.data })
}

export function forgetBody(storage: DraftStorage, person: string, draftId: string): void {
  clearDraft(storage, keyOf(person, draftId))
}

export function readKeptBody(storage: DraftStorage, person: string, draftId: string): KeptBody | null {
  const kept = readDraft(storage, keyOf(person, draftId))
  const version = kept?.['version']
  const body = DraftBody.safeParse(kept?.['body'])
  return typeof version === 'number' && body.success ? { version, body: body.data } : null
}
