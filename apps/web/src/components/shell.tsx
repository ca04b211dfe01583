import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { sessionQuery } from '../api/session-query.ts'
import { paths } from '../paths.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Announcer } from './announcer.tsx'
import { Frame } from './frame.tsx'
import { Header } from './header.tsx'
import { LandingPage } from './landing-page.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { SignedInShell } from './signed-in-shell.tsx'
import { SessionContext } from './use-session.ts'
import { useRouteAnnouncer } from './use-route-announcer.ts'

/** Pages that say something without a session. */
const openPages: readonly string[] = [paths.signInProblem(), paths.doctor()]

/** Around every page: reads the session once, then shows the pages, or the landing page to whoever is signed out. */
export function Shell() {
  const session = useQuery(sessionQuery)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useRouteAnnouncer(session.data === undefined ? undefined : (session.data.user?.objectId ?? null))
  return (
    <>
      {session.data === undefined ? (
        <Frame header={<Header tenantId="">{null}</Header>}>
          {session.isPending ? (
            <Skeleton shape="facts" count={3} label="Opening Trustwright" />
          ) : (
            <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
          )}
        </Frame>
      ) : (
        <SessionContext value={session.data}>
          {session.data.user === null ? (
            <Frame header={<Header tenantId={session.data.settings.tenantId}>{null}</Header>}>
              {openPages.includes(path) ? <Outlet /> : <LandingPage />}
            </Frame>
          ) : (
            <SignedInShell
              key={session.data.user.objectId}
              user={session.data.user}
              tenantId={session.data.settings.tenantId}
            />
          )}
        </SessionContext>
      )}
      <Announcer />
    </>
  )
}
