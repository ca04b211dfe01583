import type { EmulatorRequest, EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readClientCredentials } from './client-authentication.ts'
import { grantAuthorizationCode } from './grant-authorization-code.ts'
import { grantClientCredentials } from './grant-client-credentials.ts'
import { grantRefreshToken } from './grant-refresh-token.ts'
import { invalidRequest, missingParameter, unsupportedGrantType } from '../core/refusal.ts'
import { readTenantPath } from '../core/tenant-path.ts'
import type { TokenRequest } from './token-request.ts'

type Grant = (token: TokenRequest, world: World) => Promise<EmulatorResponse>

const grants = new Map<string, Grant>([
  ['authorization_code', grantAuthorizationCode],
  ['refresh_token', grantRefreshToken],
  ['client_credentials', grantClientCredentials],
])

export const postToken: Operation = {
  id: 'entra/post-token',
  method: 'POST',
  path: '/{tenant}/oauth2/v2.0/token',
  summary: 'Token endpoint: authorization_code, refresh_token, client_credentials',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  handle: (request, world) =>
    answerRefusal(request, world, async () => {
      const tenant = readTenantPath(request.params.tenant ?? '', world)
      const form = readForm(request)
      const grantType = form.get('grant_type')
      if (!grantType) throw missingParameter('grant_type')
      const grant = grants.get(grantType)
      if (!grant) {
        throw unsupportedGrantType(70003, `The app requested an unsupported grant type '${grantType}'.`)
      }
      const response = await grant({ tenant, form, client: readClientCredentials(request, form) }, world)
      return { ...response, headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' } }
    }),
}

function readForm(request: EmulatorRequest): URLSearchParams {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw missingParameter('grant_type')
  const form = new URLSearchParams(request.body)
  const names = [...form.keys()]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw invalidRequest(
      9000411,
      `The request is not properly formatted. The parameter '${twice}' is duplicated.`,
    )
  }
  return form
}
