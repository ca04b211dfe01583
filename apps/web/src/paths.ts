import type { AppRoute, IdentityPath } from '@trustwright/shared-schemas'

type SearchValues = Readonly<Record<string, string | undefined>>

interface TrustPath extends IdentityPath {
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

/** Every page's address. Links are made here and nowhere else. */
export const paths = {
  home: () => fill('/'),
  trusts: (search?: SearchValues) => withSearch(fill('/trusts'), search),
  trust: (
    { subscriptionId, resourceGroup, identityName, trustName }: TrustPath,
    search?: { readonly tab?: 'prove' | 'code' | 'activity' },
  ) =>
    withSearch(
      fill('/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName', {
        subscriptionId,
        resourceGroup,
        identityName,
        trustName,
      }),
      search,
    ),
  identities: (search?: SearchValues) => withSearch(fill('/identities'), search),
  identityCreate: (search?: SearchValues) => withSearch(fill('/identities/new'), search),
  identity: ({ subscriptionId, resourceGroup, identityName }: IdentityPath, search?: SearchValues) =>
    withSearch(
      fill('/identities/mi/$subscriptionId/$resourceGroup/$identityName', {
        subscriptionId,
        resourceGroup,
        identityName,
      }),
      search,
    ),
  trustCreate: (search?: SearchValues) => withSearch(fill('/new'), search),
  activity: () => fill('/activity'),
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
