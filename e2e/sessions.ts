import type { BrowserContext } from '@playwright/test'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

const kept = new Map<string, Cookies>()

/** Remembers the session of that role, so that the next journey need not sign in: `sign-in.e2e.ts` proves signing in. */
export async function keepSession(context: BrowserContext, role: string): Promise<void> {
  kept.set(role, await context.cookies())
}

/** Hands the remembered session to this browser. False where there is none. */
export async function takeSession(context: BrowserContext, role: string): Promise<boolean> {
  const cookies = kept.get(role)
  if (cookies === undefined) return false
  await context.addCookies(cookies)
  return true
}

/** For who ends a session or a sign-in on purpose. */
export function forgetSession(role: string): void {
  kept.delete(role)
}
