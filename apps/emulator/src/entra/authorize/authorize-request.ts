import type { Application } from '../../kernel/entities/directory.ts'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { readClaimsRequest, type ClaimsRequest } from '../core/claims-request.ts'
import { requireClient, requireRedirectUri, type RedirectType } from '../core/client-registration.ts'
import { readChallenge, type CodeChallenge } from '../core/pkce.ts'
import { challengeMissing, invalidRequest, missingParameter } from '../core/refusal.ts'
import { requireAudience } from '../core/sign-in-audience.ts'
import type { TenantInPath } from '../core/tenant-path.ts'
import { scopeIn } from '../core/version-one.ts'
import { checkAuthorizeScopes } from '../token/scopes.ts'
import { readResponseType, responseModeFor, type ResponseMode, type ResponseType } from './response-type.ts'

const prompts = ['login', 'select_account', 'consent', 'create', 'none'] as const

/** Where an answer may be sent: known before anything else is judged. */
export interface AuthorizeTarget {
  tenant: TenantInPath
  application: Application
  redirectUri: string
  redirectType: RedirectType
  responseMode: ResponseMode
  state: string | null
}

export interface AuthorizeRequest extends AuthorizeTarget, CodeChallenge {
  /** Address that the pages of this sign-in post to: the page's own, with its query. */
  action: string
  responseType: ResponseType
  scope: string
  scopes: string[]
  nonce: string | null
  prompt: (typeof prompts)[number] | undefined
  loginHint: string | null
  sessionId: string | null
  claims: ClaimsRequest
  wantsClientInfo: boolean
}

/** Throws for an unknown client or redirect address: those are shown on a page and never redirected. */
export function readAuthorizeTarget(
  query: URLSearchParams,
  tenant: TenantInPath,
  world: World,
): AuthorizeTarget {
  const application = requireClient(query.get('client_id'), world, tenant.displayName)
  requireAudience(application, tenant, world)
  return {
    tenant,
    application,
    ...requireRedirectUri(query.get('redirect_uri'), application),
    responseMode: responseModeFor(query),
    state: query.get('state'),
  }
}

/** Throws what is to be told to the client by a redirect. */
export function readAuthorizeRequest(
  request: EmulatorRequest,
  target: AuthorizeTarget,
  world: World,
): AuthorizeRequest {
  const { query } = request
  const { application } = target
  const responseType = readResponseType(query, application)
  const scope = scopeIn(request.path, query)
  checkAuthorizeScopes(scope, world, application.appId)
  const scopes = scope.split(' ').filter((part) => part !== '')
  const nonce = query.get('nonce')
  if (responseType !== 'code') {
    if (!scopes.includes('openid')) {
      throw invalidRequest(70005, `response_type '${responseType}' requires the 'openid' scope.`)
    }
    if (!nonce) throw missingParameter('nonce')
  }
  return {
    ...target,
    action: `${request.path}?${query.toString()}`,
    responseType,
    scope,
    scopes,
    nonce,
    ...requireChallenge(query, target.redirectType),
    prompt: readPrompt(query.get('prompt')),
    loginHint: query.get('login_hint') || null,
    sessionId: query.get('sid') || null,
    claims: readClaimsRequest(query.get('claims')),
    wantsClientInfo: query.get('client_info') === '1',
  }
}

function readPrompt(prompt: string | null): AuthorizeRequest['prompt'] {
  if (prompt === null || prompt === '') return undefined
  const known = prompts.find((each) => each === prompt)
  if (!known) throw invalidRequest(90023, "Unsupported 'prompt' value.")
  return known
}

function requireChallenge(query: URLSearchParams, redirectType: RedirectType): CodeChallenge {
  const challenge = readChallenge(query)
  if (challenge.codeChallenge === null && redirectType === 'spa') throw challengeMissing()
  return challenge
}
