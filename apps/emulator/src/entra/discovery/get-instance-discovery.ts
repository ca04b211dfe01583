import type { Operation } from '../../kernel/operation.ts'
import { entraError } from '../../kernel/vendor-errors.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { invalidRequest, missingParameter } from '../core/refusal.ts'
import { metadataHeaders } from './tenant-endpoints.ts'

export const getInstanceDiscovery: Operation = {
  id: 'entra/get-instance-discovery',
  method: 'GET',
  path: '/common/discovery/instance',
  summary: 'Instance discovery: which hosts are one cloud (api-version 1.0 and 1.1)',
  source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js (msal-common, Authority.ts)',
  handle: (request, world) =>
    answerRefusal(request, world, () => {
      const version = request.query.get('api-version')
      const endpoint = request.query.get('authorization_endpoint')
      if (version !== '1.0' && version !== '1.1') {
        throw invalidRequest(90015, 'The api-version parameter of the request is not supported.')
      }
      if (!endpoint) throw missingParameter('authorization_endpoint')
      const { httpsOrigin, tenantId } = world.settings
      const { host } = new URL(httpsOrigin)
      const asked = URL.canParse(endpoint) ? new URL(endpoint) : undefined
      if (asked?.host !== host) {
        const failure = { status: 400, error: 'invalid_instance', code: 50049 } as const
        return entraError(
          { ...failure, message: 'Unknown or invalid instance.' },
          { request, clock: world.clock },
        )
      }
      const tenant = asked.pathname.split('/')[1] || tenantId
      return {
        status: 200,
        headers: metadataHeaders,
        body: {
          tenant_discovery_endpoint: `${httpsOrigin}/${tenant}/v2.0/.well-known/openid-configuration`,
          'api-version': version,
          metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
        },
      }
    }),
}
