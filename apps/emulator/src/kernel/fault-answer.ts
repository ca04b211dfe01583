import { firstParty } from '../seed-first-party.ts'
import { challengeHeaders, multifactorClaims, newerTokenClaims } from './claims-challenge.ts'
import type { Clock } from './clock.ts'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { armError, entraErrorFields, graphError } from './vendor-errors.ts'
import type { World } from './world.ts'

interface WantedAnswer {
  status: number
  code: string
  message?: string | undefined
  retryAfterSeconds?: number | undefined
}

/** AADSTS90033, "a transient error has occurred": what Entra calls a failure of its own. */
const transientError = 90_033

/** The failure in the words of the area that the operation belongs to. */
export function faultAnswer(
  wanted: WantedAnswer,
  operationId: string,
  request: EmulatorRequest,
  clock: Clock,
): EmulatorResponse {
  const { status, code, message = 'The emulator was told to fail here.', retryAfterSeconds } = wanted
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  const [area] = operationId.split('/')
  if (area === 'graph') return graphError(status, code, message, { request, clock }, headers)
  if (area === 'github') return { status, headers, body: { message, documentation_url: '' } }
  if (area !== 'entra') return armError(status, code, message, { headers })
  const number = /^(?:AADSTS)?(\d+)$/i.exec(code)?.[1]
  const error = number === undefined ? code : status === 400 ? 'invalid_request' : 'temporarily_unavailable'
  const failure = { status: 400 as const, error, code: Number(number ?? transientError), message }
  return {
    status,
    headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache', ...headers },
    body: entraErrorFields(failure, clock, request.headers['client-request-id']),
  }
}

/** 401 that demands more of a token: of Graph in Graph's words, of everything else in ARM's. The text (u). */
export function faultChallenge(
  demand: true | 'newerToken',
  operationId: string,
  request: EmulatorRequest,
  world: World,
): EmulatorResponse {
  const isForFactor = demand === true
  const message = `The emulator was told to demand a ${isForFactor ? 'second factor' : 'newer token'} here.`
  const claims = isForFactor ? multifactorClaims : newerTokenClaims(world.clock.now())
  if (operationId.startsWith('graph/')) {
    const headers = challengeHeaders(world, firstParty.graph.appId, claims)
    const context = { request, clock: world.clock }
    return graphError(401, 'InvalidAuthenticationToken', message, context, headers)
  }
  const headers = challengeHeaders(world, firstParty.arm.appId, claims)
  return armError(401, 'RequestDisallowedByAzure', message, { headers })
}
