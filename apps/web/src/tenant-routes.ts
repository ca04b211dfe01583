import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from './root-route.ts'
import { ActivitySearch, FindingSearch, FindingsSearch, PoliciesSearch, RequestsSearch } from './search.ts'

const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  validateSearch: FindingsSearch,
  component: lazyRouteComponent(() => import('./features/findings/findings-page.tsx'), 'FindingsPage'),
})

const finding = createRoute({
  getParentRoute: () => root,
  path: '/findings/$findingId',
  validateSearch: FindingSearch,
  component: lazyRouteComponent(() => import('./features/findings/finding-page.tsx'), 'FindingPage'),
})

const findingRules = createRoute({
  getParentRoute: () => root,
  path: '/findings/rules',
  component: lazyRouteComponent(() => import('./features/findings/rules/rules-page.tsx'), 'RulesPage'),
})

const findingRule = createRoute({
  getParentRoute: () => root,
  path: '/findings/rules/$ruleId',
  component: lazyRouteComponent(() => import('./features/findings/rules/rule-page.tsx'), 'RulePage'),
})

const fixRun = createRoute({
  getParentRoute: () => root,
  path: '/findings/fixes/$runId',
  component: lazyRouteComponent(() => import('./features/findings/fix/fix-run-page.tsx'), 'FixRunPage'),
})

const policies = createRoute({
  getParentRoute: () => root,
  path: '/policies',
  validateSearch: PoliciesSearch,
  component: lazyRouteComponent(() => import('./features/policies/policies-page.tsx'), 'PoliciesPage'),
})

const requests = createRoute({
  getParentRoute: () => root,
  path: '/requests',
  validateSearch: RequestsSearch,
  component: lazyRouteComponent(() => import('./features/requests/requests-page.tsx'), 'RequestsPage'),
})

const request = createRoute({
  getParentRoute: () => root,
  path: '/requests/$requestId',
  component: lazyRouteComponent(() => import('./features/requests/request-page.tsx'), 'RequestPage'),
})

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch: ActivitySearch,
  component: lazyRouteComponent(() => import('./features/activity/activity-page.tsx'), 'ActivityPage'),
})

/** Findings, rules, requests and the audit trail. */
export const tenantRoutes = [
  findings,
  finding,
  findingRules,
  findingRule,
  fixRun,
  policies,
  requests,
  request,
  activity,
] as const
