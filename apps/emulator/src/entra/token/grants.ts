import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { grantAuthorizationCode } from './grant-authorization-code.ts'
import { grantClientCredentials } from './grant-client-credentials.ts'
import { grantDeviceCode } from './grant-device-code.ts'
import { grantOnBehalfOf } from './grant-on-behalf-of.ts'
import { grantRefreshToken } from './grant-refresh-token.ts'
import type { TokenRequest } from './token-request.ts'

type Grant = (token: TokenRequest, world: World) => Promise<EmulatorResponse>

const grants = new Map<string, Grant>([
  ['authorization_code', grantAuthorizationCode],
  ['refresh_token', grantRefreshToken],
  ['client_credentials', grantClientCredentials],
  ['urn:ietf:params:oauth:grant-type:device_code', grantDeviceCode],
  ['device_code', grantDeviceCode],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', grantOnBehalfOf],
])

/** Grants that Entra has and the emulator has not. https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc */
const grantsOfEntraOnly = new Set(['password', 'urn:ietf:params:oauth:grant-type:saml2-bearer'])

export function isGrantOfEntraOnly(grantType: string | null): grantType is string {
  return grantType !== null && grantsOfEntraOnly.has(grantType)
}

export function findGrant(grantType: string): Grant | undefined {
  return grants.get(grantType)
}
