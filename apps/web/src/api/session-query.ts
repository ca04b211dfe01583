import { sessionEndpoints } from '@trustwright/shared-schemas'
import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'
import { noticeSession } from './session-lost.ts'

/** Who is signed in, and the settings of this deployment. */
export const sessionQuery = queryOptions({
  queryKey: ['readSession'],
  queryFn: async ({ signal }) => {
    const session = await call(sessionEndpoints.readSession, { signal })
    noticeSession(session)
    return session
  },
  staleTime: 60_000,
})

/** Work in the background stopped for want of a sign-in: notices what the next one has to bring. Throws as `call` does. */
export async function lookForWantedSignIn(signal: AbortSignal): Promise<void> {
  noticeSession(await call(sessionEndpoints.readSession, { signal }))
}
