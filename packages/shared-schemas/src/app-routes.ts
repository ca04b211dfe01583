/** Every page of the browser application, as path templates. Sign-in returns only to one of these. */
export const appRoutes = [
  '/',
  '/trusts',
  '/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName',
  '/identities',
  '/identities/new',
  '/identities/mi/$subscriptionId/$resourceGroup/$identityName',
  '/new',
  '/activity',
  '/sign-in-problem',
] as const

export type AppRoute = (typeof appRoutes)[number]

const patterns = appRoutes.map(
  (route) => new RegExp(`^${route.replace(/\$[A-Za-z]+/g, '[^/]+').replace(/\/$/, '/?')}$`),
)

/**
 * The path to return to after signing in: `wanted` when it names a page of the application, else `/`.
 * An outside address, an encoded slash, a backslash or a control character never passes.
 */
export function safeReturnTo(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 2000) return '/'
  if (!wanted.startsWith('/') || wanted.startsWith('//') || /[\\\p{Cc}]|%2f|%5c|%00/iu.test(wanted))
    return '/'
  const base = 'https://portal.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  const isPage = url.origin === base && patterns.some((pattern) => pattern.test(url.pathname))
  return isPage && wanted.startsWith(url.pathname) ? url.pathname + url.search : '/'
}
