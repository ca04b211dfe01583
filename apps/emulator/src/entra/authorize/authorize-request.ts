import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { requireClient, requireRedirectUri } from '../core/client-registration.ts'
import { invalidRequest, missingParameter, unsupportedResponseType } from '../core/refusal.ts'
import { checkAuthorizeScopes } from '../token/scopes.ts'

const responseModes = ['query', 'fragment', 'form_post'] as const
const prompts = ['login', 'select_account', 'none'] as const

type ResponseMode = (typeof responseModes)[number]

/** Where an answer may be sent: known before anything else is judged. */
export interface AuthorizeTarget {
  application: Application
  redirectUri: string
  responseMode: ResponseMode
  state: string | null
}

export interface AuthorizeRequest extends AuthorizeTarget {
  scopes: string[]
  nonce: string | null
  codeChallenge: string | null
  prompt: (typeof prompts)[number] | undefined
  loginHint: string | null
  wantsClientInfo: boolean
}

/** Throws for an unknown client or redirect address: those are shown on a page and never redirected. */
export function readAuthorizeTarget(query: URLSearchParams, world: World): AuthorizeTarget {
  const application = requireClient(query.get('client_id'), world)
  const redirectUri = requireRedirectUri(query.get('redirect_uri'), application)
  const mode = query.get('response_mode') ?? 'query'
  return {
    application,
    redirectUri,
    responseMode: responseModes.find((known) => known === mode) ?? 'query',
    state: query.get('state'),
  }
}

/** Throws what is to be told to the client by a redirect. */
export function readAuthorizeRequest(
  query: URLSearchParams,
  target: AuthorizeTarget,
  world: World,
): AuthorizeRequest {
  const responseType = query.get('response_type')
  if (!responseType) throw missingParameter('response_type')
  if (responseType !== 'code') {
    throw unsupportedResponseType(
      700054,
      `response_type '${responseType}' is not enabled for the application.`,
    )
  }
  const mode = query.get('response_mode')
  if (mode !== null && mode !== target.responseMode) {
    throw invalidRequest(
      70007,
      `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
    )
  }
  const prompt = query.get('prompt')
  const knownPrompt = prompts.find((known) => known === prompt)
  if (prompt !== null && knownPrompt === undefined) {
    throw invalidRequest(90023, "Unsupported 'prompt' value.")
  }
  const scope = query.get('scope') ?? ''
  checkAuthorizeScopes(scope, world.settings, target.application.appId)
  return {
    ...target,
    scopes: scope.split(' ').filter((part) => part !== ''),
    nonce: query.get('nonce'),
    codeChallenge: readChallenge(query),
    prompt: knownPrompt,
    loginHint: query.get('login_hint'),
    wantsClientInfo: query.get('client_info') === '1',
  }
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.2; the plain method is not emulated. */
function readChallenge(query: URLSearchParams): string | null {
  const challenge = query.get('code_challenge')
  if (challenge === null) return null
  if (query.get('code_challenge_method') !== 'S256') {
    throw invalidRequest(9002313, 'Invalid request. Request is malformed or invalid.')
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    throw invalidRequest(501491, 'Invalid size of Code_Challenge parameter.')
  }
  return challenge
}
