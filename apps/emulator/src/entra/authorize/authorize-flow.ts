import type { Session } from '../../kernel/entities/sign-ins.ts'
import type { User } from '../../kernel/entities/directory.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import { entraErrorFields } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import {
  readAuthorizeRequest,
  readAuthorizeTarget,
  type AuthorizeRequest,
  type AuthorizeTarget,
} from './authorize-request.ts'
import { answerClient } from './authorize-response.ts'
import { clientInfo } from '../core/client-info.ts'
import { errorPage } from '../core/error-page.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { hashOf, newSecret } from '../core/secrets.ts'
import { readTenantPath } from '../core/tenant-path.ts'

type Continue = (authorize: AuthorizeRequest) => EmulatorResponse

/**
 * What GET and POST of the authorize endpoint share: a page for what must not be redirected, a redirect with the error
 * for what may, and one spelling of the tenant, since the single sign-on cookie is bound to the path.
 */
export function runAuthorize(request: EmulatorRequest, world: World, next: Continue): EmulatorResponse {
  const correlationId = request.query.get('client-request-id') ?? undefined
  let target: AuthorizeTarget
  try {
    const segment = request.params.tenant ?? ''
    readTenantPath(segment, world)
    target = readAuthorizeTarget(request.query, world)
    if (segment !== world.settings.tenantId) return toTenantPath(request, world)
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    return errorPage(error.failure, world, correlationId)
  }
  try {
    return next(readAuthorizeRequest(request.query, target, world))
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    const fields = entraErrorFields(error.failure, world.clock, correlationId)
    return answerClient(target, {
      error: fields.error,
      error_description: fields.error_description,
      error_uri: fields.error_uri,
    })
  }
}

/** 307 keeps a POST and its body. */
function toTenantPath(request: EmulatorRequest, world: World): EmulatorResponse {
  const location = `${request.origin}/${world.settings.tenantId}/oauth2/v2.0/authorize?${request.query.toString()}`
  return { status: 307, headers: { location } }
}

/** Hands out a code for a signed-in person. */
export function grantCode(
  authorize: AuthorizeRequest,
  signedIn: { user: User; session: Session; cookie?: string },
  world: World,
): EmulatorResponse {
  const { user, session, cookie } = signedIn
  const code = newSecret('1.')
  world.store.authorizationCodes.put(hashOf(code), {
    clientId: authorize.application.appId,
    redirectUri: authorize.redirectUri,
    userObjectId: user.objectId,
    sessionId: session.sessionId,
    scopes: authorize.scopes,
    nonce: authorize.nonce,
    codeChallenge: authorize.codeChallenge,
    issuedAt: world.clock.now(),
    redeemed: false,
  })
  const fields = {
    code,
    ...(authorize.wantsClientInfo ? { client_info: clientInfo(user.objectId, world.settings.tenantId) } : {}),
    session_state: session.sessionId,
  }
  return answerClient(authorize, fields, cookie)
}
