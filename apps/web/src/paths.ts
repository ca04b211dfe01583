import type { AppRoute, FindingRuleId, IdentityPath, TrustParent } from '@trustwright/shared-schemas'

type SearchValues = Readonly<Record<string, string | undefined>>

/** Which trust of which identity or application. */
export interface TrustKey {
  readonly parent: TrustParent
  readonly trustName: string
}

/** Fills a route's template; every value is encoded, so a name with `(`, `#` or letters beyond ASCII stays whole. */
function fill(route: AppRoute, values: Readonly<Record<string, string>> = {}): string {
  return route.replace(/\$([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

function withSearch(path: string, search: SearchValues = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') query.set(name, value)
  }
  return query.size === 0 ? path : `${path}?${readableQuery(query)}`
}

/**
 * `/` and `:` may stand as they are in a query (RFC 3986 section 3.4): subjects stay readable, and an address with an
 * encoded slash would not survive sign-in, which refuses those.
 */
export function readableQuery(query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')
  // The router takes `?q=a` and `?q=a/` for the same page (it trims a slash off the whole address) and would not write
  // the second. An empty pair at the end keeps them apart.
  return text.endsWith('/') ? `${text}&` : text
}

/** How an address names the chosen identity or application; presets have fields named `app` and `kind`. */
export function parentSearch(parent: TrustParent | null): SearchValues {
  if (parent === null) return {}
  if (parent.kind === 'application') return { application: parent.appId }
  const { subscriptionId, resourceGroup, identityName } = parent
  return { subscription: subscriptionId, group: resourceGroup, identity: identityName }
}

function identityValues({ subscriptionId, resourceGroup, identityName }: IdentityPath) {
  return { subscriptionId, resourceGroup, identityName }
}

/** Every page's address. Links are made here and nowhere else. */
export const paths = {
  /** `as`: `dev` or `admin`, what stands first. */
  home: (search?: SearchValues) => withSearch(fill('/'), search),
  trusts: (search?: SearchValues) => withSearch(fill('/trusts'), search),
  /** Two snapshots beside each other. */
  /** Deleting the trusts that were ticked in the list. */
  trustsDelete: (search?: SearchValues) => withSearch(fill('/trusts/delete'), search),
  trustChanges: (search?: SearchValues) => withSearch(fill('/trusts/changes'), search),
  map: (search?: SearchValues) => withSearch(fill('/map'), search),
  trust: ({ parent, trustName }: TrustKey, search?: SearchValues) =>
    withSearch(
      parent.kind === 'application'
        ? fill('/trusts/app/$appId/$trustName', { appId: parent.appId, trustName })
        : fill('/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName', {
            ...identityValues(parent),
            trustName,
          }),
      search,
    ),
  identities: (search?: SearchValues) => withSearch(fill('/identities'), search),
  identityCreate: (search?: SearchValues) => withSearch(fill('/identities/new'), search),
  applicationCreate: (search?: SearchValues) => withSearch(fill('/identities/new/app'), search),
  identity: (path: IdentityPath, search?: SearchValues) =>
    withSearch(
      fill('/identities/mi/$subscriptionId/$resourceGroup/$identityName', identityValues(path)),
      search,
    ),
  application: (appId: string, search?: SearchValues) =>
    withSearch(fill('/identities/app/$appId', { appId }), search),
  /** The page of what a trust is stored on. */
  parent: (parent: TrustParent, search?: SearchValues): string =>
    parent.kind === 'application' ? paths.application(parent.appId, search) : paths.identity(parent, search),
  /** The wizard: paste first. */
  trustCreate: (search?: SearchValues) => withSearch(fill('/new'), search),
  /** A draft, wherever it was left. */
  draft: (draftId: string) => fill('/new/$draftId', { draftId }),
  /** One step of a draft. */
  wizardStep: (draftId: string, step: string, search?: SearchValues) =>
    withSearch(fill('/new/$draftId/$step', { draftId, step }), search),
  /** The whole trust on one page, by hand. */
  trustForm: (search?: SearchValues) => withSearch(fill('/new/form'), search),
  /** A new trust with its identity or application chosen. */
  trustCreateFor: (parent: TrustParent, search?: SearchValues): string =>
    paths.trustCreate({ ...parentSearch(parent), ...search }),
  /** Many trusts at once, and one run of them. */
  bulk: (search?: SearchValues) => withSearch(fill('/new/bulk'), search),
  bulkRun: (runId: string) => fill('/new/bulk/$runId', { runId }),
  patternCreate: (search?: SearchValues) => withSearch(fill('/new/pattern'), search),
  /** What a failing sign-in says. Never a token: everybody who sees an address can read it. */
  doctor: (search?: SearchValues) => withSearch(fill('/doctor'), search),
  /** What is wrong with the trusts, by rule or one by one. */
  findings: (search?: SearchValues) => withSearch(fill('/findings'), search),
  finding: (findingId: string, search?: SearchValues) =>
    withSearch(fill('/findings/$findingId', { findingId }), search),
  /** How the rules of findings judge, and one of them. */
  findingRules: () => fill('/findings/rules'),
  findingRule: (ruleId: FindingRuleId) => fill('/findings/rules/$ruleId', { ruleId }),
  /** One run of fixes of many findings. */
  fixRun: (runId: string) => fill('/findings/fixes/$runId', { runId }),
  /** The portal's own rules. */
  policies: (search?: SearchValues) => withSearch(fill('/policies'), search),
  requests: (search?: SearchValues) => withSearch(fill('/requests'), search),
  request: (requestId: string) => fill('/requests/$requestId', { requestId }),
  reviews: () => fill('/reviews'),
  /** A new review of the trusts that fit a query. */
  reviewCreate: (search?: SearchValues) => withSearch(fill('/reviews/new'), search),
  review: (reviewId: string, search?: SearchValues) =>
    withSearch(fill('/reviews/$reviewId', { reviewId }), search),
  reviewSettings: (reviewId: string) => fill('/reviews/$reviewId/settings', { reviewId }),
  /** What applying a review removes, and how that goes. */
  reviewEnd: (reviewId: string) => fill('/reviews/$reviewId/end', { reviewId }),
  reviewReport: (reviewId: string, search?: SearchValues) =>
    withSearch(fill('/print/review/$reviewId', { reviewId }), search),
  activity: (search?: SearchValues) => withSearch(fill('/activity'), search),
  signInProblem: () => fill('/sign-in-problem'),
} as const

/** Where signing in starts. `returnTo` is a path of this application; the portal checks it again. */
export function signInAddress(returnTo: string): string {
  const [path = '/', query = ''] = returnTo.split('?', 2)
  return withSearch('/auth/sign-in', {
    returnTo: query === '' ? path : `${path}?${readableQuery(new URLSearchParams(query))}`,
  })
}

/** Served by the portal's API, outside this application. */
export const apiDocsAddress = '/api/docs'

/** Where signing in to GitHub starts; it comes back to the page with `github=` and how it ended. */
export function githubSignInAddress(returnTo: string): string {
  return withSearch('/auth/github/sign-in', { returnTo })
}
