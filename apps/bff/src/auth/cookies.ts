import type { CookieSerializeOptions } from '@fastify/cookie'
import { hashSecret } from '../sessions/secrets.ts'

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

const signInPrefix = '__Host-Http-trustwright-sign-in-'
/** Attempts of one browser that may be on their way: more cookies would crowd its requests. */
const mostSignIns = 5

/** A sign-in on its way: Lax, since the way back from Entra is a navigation from another site. */
export const signInCookie = {
  options: { ...hardened, sameSite: 'lax', maxAge: 600 } satisfies CookieSerializeOptions,
  /** Each attempt has its own name, so that tabs that begin at the same moment do not end each other. */
  nameFor: (state: string): string => `${signInPrefix}${hashSecret(state).slice(0, 16)}`,
  /** Names in the order of the header: browsers send the oldest first (RFC 6265 §5.4). */
  namesIn: (cookies: Readonly<Record<string, unknown>>): string[] =>
    Object.keys(cookies).filter((name) => name.startsWith(signInPrefix)),
  /** The oldest, which make room for one more. */
  surplusIn: (cookies: Readonly<Record<string, unknown>>): string[] =>
    signInCookie.namesIn(cookies).slice(0, -(mostSignIns - 1)),
} as const

/** Whether a request carries a session, or a sign-in on its way. Only names are looked at. */
export function carriesPortalCookie(cookies: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(cookies).some((name) => name === sessionCookie.name || name.startsWith(signInPrefix))
}
