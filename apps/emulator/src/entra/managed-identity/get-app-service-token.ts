import type { EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { identityHeader } from '../../seed.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { issueIdentityToken } from './issue-identity-token.ts'
import { selectIdentity } from './select-identity.ts'

const apiVersion = '2019-08-01'

export const getAppServiceToken: Operation = {
  id: 'entra/get-app-service-token',
  method: 'GET',
  path: '/msi/token',
  summary: 'Managed-identity tokens in the shape of App Service and Functions (`IDENTITY_ENDPOINT`)',
  source: 'https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference',
  handle: async ({ headers, query }, world) => {
    if (headers['x-identity-header'] !== identityHeader) {
      return refuse(world, 401, 'The X-IDENTITY-HEADER request header is missing or is not the expected one.')
    }
    if (query.get('api-version') !== apiVersion) {
      return refuse(world, 400, `The api-version '${query.get('api-version') ?? ''}' is not supported.`)
    }
    const resource = query.get('resource')
    if (!resource) return refuse(world, 400, 'The resource query parameter is required.')
    const identity = selectIdentity(query, world)
    if (typeof identity === 'string') {
      return refuse(
        world,
        400,
        'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
      )
    }
    try {
      const token = await issueIdentityToken(identity, resource, world)
      const { access_token, client_id, expires_on, token_type } = token
      return { status: 200, body: { access_token, client_id, expires_on, resource, token_type } }
    } catch (error) {
      if (!(error instanceof EntraRefusal)) throw error
      return refuse(world, 400, error.message)
    }
  },
}

/** The text for an identity that is not there was seen in public; the others (u). */
function refuse(world: World, status: 400 | 401, message: string): EmulatorResponse {
  return { status, body: { statusCode: status, message, correlationId: world.newGuid() } }
}
