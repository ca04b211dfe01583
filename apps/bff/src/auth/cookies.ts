import type { CookieSerializeOptions } from '@fastify/cookie'

/**
 * The prefix makes browsers refuse the name unless it was set over HTTP with Secure, HttpOnly and Path=/, so that a script
 * cannot plant one. https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/
 */
const hardened = { secure: true, httpOnly: true, path: '/' } as const

/** The session: never sent with a request that another site started. */
export const sessionCookie = {
  name: '__Host-Http-trustwright-session',
  options: { ...hardened, sameSite: 'strict' } satisfies CookieSerializeOptions,
} as const

/** The sign-in on its way: Lax, since the way back from Entra is a navigation from another site. */
export const signInCookie = {
  name: '__Host-Http-trustwright-sign-in',
  options: { ...hardened, sameSite: 'lax', maxAge: 600 } satisfies CookieSerializeOptions,
} as const
