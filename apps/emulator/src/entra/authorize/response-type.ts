import type { Application } from '../../kernel/entities/directory.ts'
import { invalidRequest, missingParameter, unsupportedResponseType } from '../core/refusal.ts'

const responseModes = ['query', 'fragment', 'form_post'] as const

export type ResponseMode = (typeof responseModes)[number]

/** `code id_token` is the hybrid flow. Access tokens straight from the authorize endpoint are not emulated. */
export type ResponseType = 'code' | 'id_token' | 'code id_token'

/** How an answer travels; for an error it counts also where the request is refused for another reason. */
export function responseModeFor(query: URLSearchParams): ResponseMode {
  const asked = query.get('response_mode')
  return responseModes.find((known) => known === asked) ?? defaultMode(query.get('response_type'))
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-implicit-grant-flow */
export function readResponseType(query: URLSearchParams, { implicitGrant }: Application): ResponseType {
  const asked = query.get('response_type')
  if (!asked) throw missingParameter('response_type')
  const parts = asked.split(' ').filter((part) => part !== '')
  const wanted = new Set(parts)
  if (wanted.has('token')) throw notEnabled(700051, 'token')
  if (wanted.has('id_token') && !implicitGrant.idTokens) throw notEnabled(700054, 'id_token')
  const known = (['code', 'id_token', 'code id_token'] as const).find(
    (type) => type.split(' ').toSorted().join() === [...wanted].toSorted().join(),
  )
  if (!known) throw notEnabled(700054, asked)
  checkMode(query.get('response_mode'), known)
  return known
}

/** True when a client asks for what only a registration with implicit access tokens may have. */
export function asksForImplicitToken(query: URLSearchParams, { implicitGrant }: Application): boolean {
  return implicitGrant.accessTokens && (query.get('response_type') ?? '').split(' ').includes('token')
}

function checkMode(mode: string | null, type: ResponseType): void {
  if (mode === null) return
  const known = responseModes.some((each) => each === mode)
  if (known && (type === 'code' || mode !== 'query')) return
  throw invalidRequest(
    70007,
    `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
  )
}

function defaultMode(responseType: string | null): ResponseMode {
  return /\btoken\b|id_token/.test(responseType ?? '') ? 'fragment' : 'query'
}

function notEnabled(code: number, type: string) {
  return unsupportedResponseType(code, `response_type '${type}' is not enabled for the application.`)
}
