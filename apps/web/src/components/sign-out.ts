import { sessionEndpoints } from '@trustwright/shared-schemas'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { problemText } from '../api/problem-text.ts'
import { sessionQuery } from '../api/session-query.ts'
import { clearAllDrafts } from '../lib/draft-store.ts'
import { notify } from './toaster.tsx'
import { tabStorage } from '../lib/browser-storage.ts'

/** In a frame: forgets the tokens and what was typed. The person stays signed in at Entra, which the host may share. */
export async function leaveFrame(forget: () => Promise<void>, queries: QueryClient): Promise<void> {
  await forget()
  clearAllDrafts(tabStorage)
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
  await queries.invalidateQueries(sessionQuery)
}

/** Ends the session here, forgets what was typed, and goes where Entra ends its own. */
export async function signOut(): Promise<void> {
  try {
    const { continueAt } = await call(sessionEndpoints.signOut)
    clearAllDrafts(tabStorage)
    location.assign(continueAt)
  } catch (error) {
    const { title, nextStep } = problemText(error)
    notify({ intent: 'danger', title: 'You are still signed in', text: `${title}. ${nextStep}` })
  }
}
