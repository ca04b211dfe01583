import type { Operation } from '../../kernel/operation.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readTenantPath } from '../core/tenant-path.ts'

/**
 * Endpoints carry the tenant's GUID also when the domain was asked for: MSAL compares them. `common` and
 * `organizations` keep their name, and their issuer has the literal `{tenantid}`.
 */
export const getOpenidConfiguration: Operation = {
  id: 'entra/get-openid-configuration',
  method: 'GET',
  path: '/{tenant}/v2.0/.well-known/openid-configuration',
  summary: 'OpenID Connect discovery document',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
  handle: (request, world) =>
    answerRefusal(request, world, () => {
      const { tenantId, httpsOrigin, browserOrigin } = world.settings
      const kind = readTenantPath(request.params.tenant ?? '', world)
      const segment = kind === 'tenant' ? tenantId : kind
      const issuerTenant = kind === 'tenant' ? tenantId : '{tenantid}'
      return {
        status: 200,
        headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=86400, private' },
        body: {
          token_endpoint: `${httpsOrigin}/${segment}/oauth2/v2.0/token`,
          token_endpoint_auth_methods_supported: [
            'client_secret_post',
            'private_key_jwt',
            'client_secret_basic',
          ],
          jwks_uri: `${httpsOrigin}/${segment}/discovery/v2.0/keys`,
          response_modes_supported: ['query', 'fragment', 'form_post'],
          subject_types_supported: ['pairwise'],
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
          issuer: `${httpsOrigin}/${issuerTenant}/v2.0`,
          request_uri_parameter_supported: false,
          authorization_endpoint: `${browserOrigin}/${segment}/oauth2/v2.0/authorize`,
          http_logout_supported: true,
          frontchannel_logout_supported: true,
          end_session_endpoint: `${browserOrigin}/${segment}/oauth2/v2.0/logout`,
          claims_supported: [
            'sub',
            'iss',
            'aud',
            'exp',
            'iat',
            'nonce',
            'preferred_username',
            'name',
            'tid',
            'ver',
            'email',
          ],
          tenant_region_scope: 'EU',
          cloud_instance_name: new URL(httpsOrigin).host,
          cloud_graph_host_name: new URL(httpsOrigin).host,
          msgraph_host: new URL(httpsOrigin).host,
        },
      }
    }),
}
