import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { TenantInPath, TenantPath } from '../core/tenant-path.ts'
import type { ClientCredentials } from './client-authentication.ts'

/** What every grant works on. */
export interface TokenRequest {
  request: EmulatorRequest
  tenant: TenantPath
  /** The directory that the path names. */
  directory: TenantInPath
  form: URLSearchParams
  client: ClientCredentials
}
