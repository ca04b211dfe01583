import { endpoints } from '@trustwright/shared-schemas'
import { call } from '../api/client.ts'
import { problemText } from '../api/problem-text.ts'
import { clearAllDrafts } from '../lib/draft-store.ts'
import { notify } from './toaster.tsx'
import { tabStorage } from '../lib/browser-storage.ts'

/** Ends the session here, forgets what was typed, and goes where Entra ends its own. */
export async function signOut(): Promise<void> {
  try {
    const { continueAt } = await call(endpoints.signOut)
    clearAllDrafts(tabStorage)
    location.assign(continueAt)
  } catch (error) {
    const { title, nextStep } = problemText(error)
    notify({ intent: 'danger', title: 'You are still signed in', text: `${title}. ${nextStep}` })
  }
}
