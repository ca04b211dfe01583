import { decodeJwt, errors } from 'jose'
import type { Session } from '../../kernel/entities/sign-ins.ts'
import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { sameAddress } from '../core/client-registration.ts'
import { errorPage } from '../core/error-page.ts'
import { formTargetOf } from '../core/page-parts.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { readTenant } from '../core/tenant-path.ts'
import { refuseForeignForm } from '../interaction/own-forms.ts'
import { endSessions, findSessions } from '../interaction/sessions.ts'
import { signOutPage } from './sign-out-page.ts'

/**
 * Signs out: the account that `logout_hint` or `id_token_hint` names, the only one there is, or the one that the person
 * then picks. Leads back to registered addresses only.
 */
export function answerLogout(request: EmulatorRequest, world: World): EmulatorResponse {
  try {
    refuseForeignForm(request)
    const { tenantId } = readTenant(request.params.tenant ?? '', world)
    if (request.params.tenant !== tenantId) {
      const rest = request.path.split('/').slice(2).join('/')
      return {
        status: request.method === 'GET' ? 302 : 307,
        headers: { location: `${request.origin}/${tenantId}/${rest}?${request.query.toString()}` },
      }
    }
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    return errorPage(error.failure, world)
  }
  const sessions = findSessions(request, world)
  const location = returnAddress(request.query, world)
  const ended = sessionsToEnd(request, sessions)
  if (ended === 'ask') {
    return signOutPage({
      action: `${request.path}?${request.query.toString()}`,
      sessions,
      formTargets: location === undefined ? [] : [formTargetOf(location)],
    })
  }
  const headers = ended.length === 0 ? undefined : { 'set-cookie': endSessions(request, world, ended) }
  if (location !== undefined) return { status: 302, headers: { ...headers, location } }
  return htmlPage({
    title: 'Signed out',
    ...(headers ? { headers } : {}),
    main: html`<h1>You signed out of your account</h1>
      <p class="quiet">It's a good idea to close all browser windows.</p>`,
  })
}

function sessionsToEnd(
  { method, query, body }: EmulatorRequest,
  sessions: ReturnType<typeof findSessions>,
): Session[] | 'ask' {
  const picked = method === 'POST' ? new URLSearchParams(body).get('account') : null
  if (picked !== null) {
    return sessions
      .map(({ session }) => session)
      .filter(({ sessionId }) => picked === sessionId || picked === 'all')
  }
  const hint = query.get('logout_hint') ?? hintOf(query.get('id_token_hint'))
  const hinted = sessions.filter(({ user }) => user.username.toLowerCase() === hint?.toLowerCase())
  if (hinted.length > 0) return hinted.map(({ session }) => session)
  return sessions.length > 1 ? 'ask' : sessions.map(({ session }) => session)
}

/** Only a hint: whoever it names has to be signed in here, so its signature proves nothing more. */
function hintOf(idToken: string | null): string | undefined {
  if (idToken === null) return undefined
  try {
    const { login_hint: hint } = decodeJwt<{ login_hint?: unknown }>(idToken)
    return typeof hint === 'string' ? hint : undefined
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    return undefined
  }
}

/** An address that no application registered is not followed: the person stays on the page. */
function returnAddress(query: URLSearchParams, world: World): string | undefined {
  const wanted = query.get('post_logout_redirect_uri')
  if (wanted === null) return undefined
  if (!isRegistered(wanted, world)) return undefined
  const location = new URL(wanted)
  const state = query.get('state')
  if (state !== null) location.searchParams.set('state', state)
  return location.href
}

function isRegistered(wanted: string, { store }: World): boolean {
  for (const { logoutUris, redirectUris } of store.applications.values()) {
    const addresses = [...logoutUris, ...redirectUris.web, ...redirectUris.spa]
    if (addresses.some((address) => sameAddress(address, wanted))) return true
  }
  return false
}
