import type { Operation } from '../../kernel/operation.ts'
import { accessTokenIssuer } from '../../kernel/bearer.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readTenant } from '../core/tenant-path.ts'
import { commonMetadata, issuerTenantOf, metadataHeaders, segmentOf } from './tenant-endpoints.ts'

export const getOpenidConfigurationV1: Operation = {
  id: 'entra/get-openid-configuration-v1',
  method: 'GET',
  path: '/{tenant}/.well-known/openid-configuration',
  summary: 'Discovery document of version 1.0, whose issuer signs the access tokens of ARM and Graph',
  source:
    'https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-protocols-openid-connect-code',
  handle: (request, world) =>
    answerRefusal(request, world, () => {
      const { httpsOrigin, browserOrigin } = world.settings
      const tenant = readTenant(request.params.tenant ?? '', world)
      const segment = segmentOf(tenant)
      return {
        status: 200,
        headers: metadataHeaders,
        body: {
          token_endpoint: `${httpsOrigin}/${segment}/oauth2/token`,
          jwks_uri: `${httpsOrigin}/${segment}/discovery/keys`,
          ...commonMetadata(world),
          response_types_supported: ['code', 'id_token', 'code id_token'],
          scopes_supported: ['openid'],
          issuer: accessTokenIssuer(issuerTenantOf(tenant)),
          microsoft_multi_refresh_token: true,
          authorization_endpoint: `${browserOrigin}/${segment}/oauth2/authorize`,
          device_authorization_endpoint: `${httpsOrigin}/${segment}/oauth2/devicecode`,
          end_session_endpoint: `${browserOrigin}/${segment}/oauth2/logout`,
          userinfo_endpoint: `${httpsOrigin}/oidc/userinfo`,
          claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'amr', 'upn', 'unique_name', 'tid'],
        },
      }
    }),
}
