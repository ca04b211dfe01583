import type { ClientCredentials } from './client-authentication.ts'
import type { TenantPath } from '../core/tenant-path.ts'

/** What every grant works on. */
export interface TokenRequest {
  tenant: TenantPath
  form: URLSearchParams
  client: ClientCredentials
}
