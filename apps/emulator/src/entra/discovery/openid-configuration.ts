import type { World } from '../../kernel/world.ts'
import type { TenantInPath } from '../core/tenant-path.ts'
import { commonMetadata, issuerTenantOf, segmentOf } from './tenant-endpoints.ts'

/** The version 2.0 document. A browser is sent to the browser origin, programs to the https one. */
export function openidConfiguration(tenant: TenantInPath, world: World): Record<string, unknown> {
  const { httpsOrigin, browserOrigin } = world.settings
  const segment = segmentOf(tenant)
  return {
    token_endpoint: `${httpsOrigin}/${segment}/oauth2/v2.0/token`,
    jwks_uri: `${httpsOrigin}/${segment}/discovery/v2.0/keys`,
    ...commonMetadata(world),
    response_types_supported: ['code', 'id_token', 'code id_token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${httpsOrigin}/${issuerTenantOf(tenant)}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${httpsOrigin}/oidc/userinfo`,
    authorization_endpoint: `${browserOrigin}/${segment}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${httpsOrigin}/${segment}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${browserOrigin}/${segment}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'at_hash',
      'c_hash',
      'email',
    ],
  }
}
