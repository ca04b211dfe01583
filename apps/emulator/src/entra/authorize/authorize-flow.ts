import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import { armError, entraErrorFields } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { errorPage } from '../core/error-page.ts'
import { formTargetOf } from '../core/page-parts.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { requireOnce } from '../core/require-once.ts'
import { readTenant, type TenantInPath } from '../core/tenant-path.ts'
import type { Interaction, Outcome } from '../interaction/interaction.ts'
import { refuseForeignForm } from '../interaction/own-forms.ts'
import { answerAuthorize } from './answer-authorize.ts'
import {
  readAuthorizeRequest,
  readAuthorizeTarget,
  type AuthorizeRequest,
  type AuthorizeTarget,
} from './authorize-request.ts'
import { answerClient } from './authorize-response.ts'
import { asksForImplicitToken } from './response-type.ts'

/**
 * What GET and POST of the authorize endpoint share: a page for what must not be redirected, a redirect with the error
 * for what may, and one spelling of the tenant, since the single sign-on cookie is bound to the path.
 */
export async function runAuthorize(
  request: EmulatorRequest,
  world: World,
  next: (interaction: Interaction) => Outcome,
): Promise<EmulatorResponse> {
  const correlationId = request.query.get('client-request-id') ?? undefined
  let target: AuthorizeTarget
  try {
    refuseForeignForm(request)
    requireOnce(request.query)
    const tenant = readTenant(request.params.tenant ?? '', world)
    target = readAuthorizeTarget(request.query, tenant, world)
    if (asksForImplicitToken(request.query, target.application)) return implicitTokenNotEmulated()
    if (request.params.tenant !== tenant.tenantId) return toTenantPath(request, tenant)
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    return errorPage(error.failure, world, correlationId)
  }
  try {
    const authorize = readAuthorizeRequest(request, target, world)
    const outcome = next(interactionOf(authorize, correlationId))
    return 'page' in outcome ? outcome.page : await answerAuthorize(authorize, outcome.signedIn, world)
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    const fields = entraErrorFields(error.failure, world.clock, correlationId)
    return answerClient(target, {
      error: fields.error,
      error_description: fields.error_description,
      error_uri: fields.error_uri,
      ...(fields.suberror === undefined ? {} : { suberror: fields.suberror }),
    })
  }
}

function interactionOf(authorize: AuthorizeRequest, correlationId: string | undefined): Interaction {
  const { tenant, application, scope, prompt, loginHint, sessionId, claims, action, redirectUri } = authorize
  return {
    tenant,
    client: application,
    scope,
    prompt,
    loginHint,
    sessionId,
    claims,
    action,
    fields: {},
    formTargets: [formTargetOf(redirectUri)],
    correlationId,
  }
}

/** 307 keeps a POST and its body. */
function toTenantPath(request: EmulatorRequest, { tenantId }: TenantInPath): EmulatorResponse {
  const rest = request.path.split('/').slice(2).join('/')
  const location = `${request.origin}/${tenantId}/${rest}?${request.query.toString()}`
  return { status: 307, headers: { location } }
}

function implicitTokenNotEmulated(): EmulatorResponse {
  return armError(
    501,
    'NotEmulated',
    'Access tokens from the authorize endpoint are not emulated. Ask for a code.',
  )
}
