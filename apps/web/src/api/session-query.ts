import { endpoints } from '@trustwright/shared-schemas'
import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'
import { noticeSession } from './session-lost.ts'

/** Who is signed in, and the settings of this deployment. */
export const sessionQuery = queryOptions({
  queryKey: ['readSession'],
  queryFn: async ({ signal }) => {
    const session = await call(endpoints.readSession, { signal })
    noticeSession(session)
    return session
  },
  staleTime: 60_000,
})
