import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'

/** Saves a draft of the wizard through the portal's API; answers its ID. */
export async function saveDraft(page: Page, body: object): Promise<string> {
  const answer = await askPortal(page, 'POST', '/api/drafts', body)
  // `Draft` of the contract; a refusal has no such ID.
  const { draftId } = answer.body as { draftId?: string }
  if (draftId === undefined) throw new Error(`Saving the draft answered ${answer.status}.`)
  return draftId
}
