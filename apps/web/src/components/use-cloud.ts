import type { Cloud } from '@trustwright/federation'
import { use } from 'react'
import { cloudOf } from './portal-cloud.ts'
import { SessionContext } from './use-session.ts'

/** The cloud of this deployment: issuers, default audiences and hosts follow it. The public one outside the shell. */
export function useCloud(): Cloud {
  const session = use(SessionContext)
  return session === null ? 'public' : cloudOf(session.settings)
}
