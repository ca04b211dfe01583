import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router'
import { NotFoundPage } from './components/not-found-page.tsx'
import { RouteErrorPage } from './components/route-error-page.tsx'
import {
  ApplicationCreateSearch,
  BulkSearch,
  DoctorSearch,
  HomeSearch,
  IdentitiesSearch,
  IdentityCreateSearch,
  IdentitySearch,
  MapSearch,
  PatternSearch,
  ReviewCreateSearch,
  ReviewReportSearch,
  ReviewSearch,
  SignInProblemSearch,
  TrustChangesSearch,
  TrustCreateSearch,
  TrustSearch,
  TrustsDeleteSearch,
  TrustsSearch,
  WizardSearch,
  WizardStepSearch,
  parseSearch,
  stringifySearch,
} from './search.ts'
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

const wizardStart = createRoute({
  getParentRoute: () => root,
  path: '/new',
  validateSearch: WizardSearch,
  component: lazyRouteComponent(() => import('./features/wizard/start/start-page.tsx'), 'StartPage'),
})

const draft = createRoute({
  getParentRoute: () => root,
  path: '/new/$draftId',
  component: lazyRouteComponent(() => import('./features/wizard/draft-page.tsx'), 'DraftPage'),
})

const wizard = createRoute({
  getParentRoute: () => root,
  path: '/new/$draftId/$step',
  validateSearch: WizardStepSearch,
  component: lazyRouteComponent(() => import('./features/wizard/wizard-page.tsx'), 'WizardPage'),
})

const trustCreate = createRoute({
  getParentRoute: () => root,
  path: '/new/form',
  validateSearch: TrustCreateSearch,
  component: lazyRouteComponent(() => import('./features/trusts/trust-create-page.tsx'), 'TrustCreatePage'),
})

const patternCreate = createRoute({
  getParentRoute: () => root,
  path: '/new/pattern',
  validateSearch: PatternSearch,
  component: lazyRouteComponent(
    () => import('./features/patterns/pattern-create-page.tsx'),
    'PatternCreatePage',
  ),
})

const bulk = createRoute({
  getParentRoute: () => root,
  path: '/new/bulk',
  validateSearch: BulkSearch,
  component: lazyRouteComponent(() => import('./features/bulk/bulk-page.tsx'), 'BulkPage'),
})

const bulkRun = createRoute({
  getParentRoute: () => root,
  path: '/new/bulk/$runId',
  component: lazyRouteComponent(() => import('./features/bulk/run-page.tsx'), 'BulkRunPage'),
})

const doctor = createRoute({
  getParentRoute: () => root,
  path: '/doctor',
  validateSearch: DoctorSearch,
  component: lazyRouteComponent(() => import('./features/doctor/doctor-page.tsx'), 'DoctorPage'),
})

const reviews = createRoute({
  getParentRoute: () => root,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./features/reviews/reviews-page.tsx'), 'ReviewsPage'),
})

const reviewCreate = createRoute({
  getParentRoute: () => root,
  path: '/reviews/new',
  validateSearch: ReviewCreateSearch,
  component: lazyRouteComponent(
    () => import('./features/reviews/create/review-create-page.tsx'),
    'ReviewCreatePage',
  ),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$reviewId',
  validateSearch: ReviewSearch,
  component: lazyRouteComponent(() => import('./features/reviews/pane/review-page.tsx'), 'ReviewPage'),
})

const reviewSettings = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$reviewId/settings',
  component: lazyRouteComponent(
    () => import('./features/reviews/create/review-settings-page.tsx'),
    'ReviewSettingsPage',
  ),
})

const reviewEnd = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$reviewId/end',
  component: lazyRouteComponent(() => import('./features/reviews/end/review-end-page.tsx'), 'ReviewEndPage'),
})

const reviewReport = createRoute({
  getParentRoute: () => root,
  path: '/print/review/$reviewId',
  validateSearch: ReviewReportSearch,
  component: lazyRouteComponent(
    () => import('./features/reviews/report/review-report-page.tsx'),
    'ReviewReportPage',
  ),
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
  wizardStart,
  draft,
  wizard,
  trustCreate,
  patternCreate,
  bulk,
  bulkRun,
  doctor,
  ...tenantRoutes,
  reviews,
  reviewCreate,
  review,
  reviewSettings,
  reviewEnd,
  reviewReport,
  signInProblem,
])

export function createPortalRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
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
