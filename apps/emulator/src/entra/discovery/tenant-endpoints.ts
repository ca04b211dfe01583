import type { World } from '../../kernel/world.ts'
import type { TenantInPath } from '../core/tenant-path.ts'

/** Endpoints carry the tenant's GUID also when the domain was asked for: MSAL compares them. */
export function segmentOf({ kind, tenantId }: TenantInPath): string {
  return kind === 'tenant' ? tenantId : kind
}

/** `common` and `organizations` have the literal `{tenantid}` in their issuer. */
export function issuerTenantOf({ kind, tenantId }: TenantInPath): string {
  return kind === 'tenant' ? tenantId : '{tenantid}'
}

/** What both versions of the document say alike. */
export function commonMetadata({ settings }: World) {
  const { host } = new URL(settings.httpsOrigin)
  return {
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    tenant_region_scope: 'EU',
    cloud_instance_name: host,
    cloud_graph_host_name: host,
    msgraph_host: host,
    rbac_url: settings.httpsOrigin,
  }
}

export const metadataHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
  'cache-control': 'max-age=86400, private',
}
