import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from './root-route.ts'
import { BulkSearch, PatternSearch, TrustCreateSearch, WizardSearch, WizardStepSearch } from './search.ts'

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

/** All ways to a new trust: the wizard and its drafts, the forms, many at once. */
export const createRoutes = [wizardStart, draft, wizard, trustCreate, patternCreate, bulk, bulkRun] as const
