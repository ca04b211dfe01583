/** Every page of the browser application, as path templates. Sign-in returns only to one of these. */
export const appRoutes = [
  '/',
  '/trusts',
  '/trusts/changes',
  '/trusts/delete',
  '/trusts/mi/$subscriptionId/$resourceGroup/$identityName/$trustName',
  '/trusts/app/$appId/$trustName',
  '/identities',
  '/identities/new',
  '/identities/new/app',
  '/identities/mi/$subscriptionId/$resourceGroup/$identityName',
  '/identities/app/$appId',
  '/new',
  '/new/form',
  '/new/pattern',
  '/new/bulk',
  '/new/bulk/$runId',
  '/new/$draftId',
  '/new/$draftId/$step',
  '/map',
  '/doctor',
  '/findings',
  '/findings/rules',
  '/findings/rules/$ruleId',
  '/findings/$findingId',
  '/findings/fixes/$runId',
  '/policies',
  '/requests',
  '/requests/$requestId',
  '/reviews',
  '/reviews/new',
  '/reviews/$reviewId',
  '/reviews/$reviewId/settings',
  '/reviews/$reviewId/end',
  '/print/review/$reviewId',
  '/activity',
  '/sign-in-problem',
] as const

export type AppRoute = (typeof appRoutes)[number]

const patterns = appRoutes.map(
  (route) => new RegExp(`^${route.replace(/\$[A-Za-z]+/g, '[^/]+').replace(/\/$/, '/?')}$`),
)

/**
 * The path to return to after signing in: `wanted` when it names a page of the application, else `/`.
 * An outside address, an encoded slash in the path, a backslash or a control character never passes; the query is kept.
 */
export function safeReturnTo(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 2000) return '/'
  if (!wanted.startsWith('/') || wanted.startsWith('//') || /[\\\p{Cc}]/u.test(wanted)) return '/'
  const base = 'https://portal.invalid'
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  const isPage = url.origin === base && patterns.some((pattern) => pattern.test(url.pathname))
  const isPlain = wanted.startsWith(url.pathname) && url.pathname.split('/').every(isPlainSegment)
  return isPage && isPlain ? url.pathname + url.search : '/'
}

/** Azure's names have letters, digits and `_().-`; nothing else is part of a path, encoded once or twice. */
function isPlainSegment(segment: string): boolean {
  try {
    return /^[\p{L}\p{M}\p{N}_().-]*$/u.test(decodeURIComponent(segment))
  } catch {
    // Broken percent encoding names no page.
    return false
  }
}
