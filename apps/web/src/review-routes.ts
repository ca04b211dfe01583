import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from './root-route.ts'
import { ReviewCreateSearch, ReviewReportSearch, ReviewSearch } from './search.ts'

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

/** Reviews: what is decided in them, and their report. */
export const reviewRoutes = [reviews, reviewCreate, review, reviewSettings, reviewEnd, reviewReport] as const
