import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { NotFoundPage } from './components/not-found-page.tsx'
import { RouteErrorPage } from './components/route-error-page.tsx'
import { Shell } from './components/shell.tsx'

/** What every page stands in. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteErrorPage,
})
