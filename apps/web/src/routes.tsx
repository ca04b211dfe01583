import type { QueryClient } from '@tanstack/react-query'
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  stripSearchParams,
  type RouterHistory,
} from '@tanstack/react-router'
import { NotFoundPage } from './components/not-found-page.tsx'
import { RouteErrorPage } from './components/route-error-page.tsx'
import {
  ApplicationCreateSearch,
  DoctorSearch,
  HomeSearch,
  IdentitiesSearch,
  IdentityCreateSearch,
  IdentitySearch,
  MapSearch,
  SignInProblemSearch,
  TrustChangesSearch,
  TrustSearch,
  TrustsDeleteSearch,
  TrustsSearch,
  parseSearch,
  stringifySearch,
} from './search.ts'
import { createRoutes } from './create-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import { root } from './root-route.ts'
import { tenantRoutes } from './tenant-routes.ts'

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: HomeSearch,
  component: lazyRouteComponent(() => import('./features/home/home-page.tsx'), 'HomePage'),
})

const trusts = createRoute({
  getParentRoute: () => root,
  path: '/trusts',
  validateSearch: TrustsSearch,
  component: lazyRouteComponent(() => import('./features/trust-list/trusts-page.tsx'), 'TrustsPage'),
})

const trustsDelete = createRoute({
  getParentRoute: () => root,
  path: '/trusts/delete',
  validateSearch: TrustsDeleteSearch,
  component: lazyRouteComponent(
    () => import('./features/trust-list/delete/trusts-delete-page.tsx'),
    'TrustsDeletePage',
  ),
})

const trustChanges = createRoute({
  getParentRoute: () => root,
  path: '/trusts/changes',
  validateSearch: TrustChangesSearch,
  component: lazyRouteComponent(() => import('./features/snapshots/changes-page.tsx'), 'ChangesPage'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: MapSearch,
  search: { middlewares: [stripSearchParams({ lens: 'risk' })] },
  component: lazyRouteComponent(() => import('./features/map/map-page.tsx'), 'MapPage'),
})

const trust = createRoute({
  getParentRoute: () => root,
  path: '/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName',
  validateSearch: TrustSearch,
  search: { middlewares: [stripSearchParams({ tab: 'overview' })] },
  component: lazyRouteComponent(() => import('./features/trusts/trust-page.tsx'), 'TrustPage'),
})

const applicationTrust = createRoute({
  getParentRoute: () => root,
  path: '/trusts/app/$appId/$trustName',
  validateSearch: TrustSearch,
  search: { middlewares: [stripSearchParams({ tab: 'overview' })] },
  component: lazyRouteComponent(() => import('./features/trusts/trust-page.tsx'), 'ApplicationTrustPage'),
})

const identities = createRoute({
  getParentRoute: () => root,
  path: '/identities',
  validateSearch: IdentitiesSearch,
  component: lazyRouteComponent(() => import('./features/identities/identities-page.tsx'), 'IdentitiesPage'),
})

const identityCreate = createRoute({
  getParentRoute: () => root,
  path: '/identities/new',
  validateSearch: IdentityCreateSearch,
  component: lazyRouteComponent(
    () => import('./features/identities/identity-create-page.tsx'),
    'IdentityCreatePage',
  ),
})

const identity = createRoute({
  getParentRoute: () => root,
  path: '/identities/mi/$subscriptionId/$resourceGroup/$identityName',
  validateSearch: IdentitySearch,
  component: lazyRouteComponent(() => import('./features/identities/identity-page.tsx'), 'IdentityPage'),
})

const application = createRoute({
  getParentRoute: () => root,
  path: '/identities/app/$appId',
  validateSearch: IdentitySearch,
  component: lazyRouteComponent(
    () => import('./features/applications/application-page.tsx'),
    'ApplicationPage',
  ),
})

const applicationCreate = createRoute({
  getParentRoute: () => root,
  path: '/identities/new/app',
  validateSearch: ApplicationCreateSearch,
  component: lazyRouteComponent(
    () => import('./features/applications/application-create-page.tsx'),
    'ApplicationCreatePage',
  ),
})

const doctor = createRoute({
  getParentRoute: () => root,
  path: '/doctor',
  validateSearch: DoctorSearch,
  component: lazyRouteComponent(() => import('./features/doctor/doctor-page.tsx'), 'DoctorPage'),
})

const signInProblem = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-problem',
  validateSearch: SignInProblemSearch,
  component: lazyRouteComponent(
    () => import('./features/session/sign-in-problem-page.tsx'),
    'SignInProblemPage',
  ),
})

const routeTree = root.addChildren([
  home,
  trusts,
  trustChanges,
  trustsDelete,
  map,
  trust,
  applicationTrust,
  identities,
  identityCreate,
  identity,
  application,
  applicationCreate,
  ...createRoutes,
  doctor,
  ...tenantRoutes,
  ...reviewRoutes,
  signInProblem,
])

export function createPortalRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: RouteErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
