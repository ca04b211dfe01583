import type { Operation } from '../kernel/operation.ts'
import { getAuthorize } from './authorize/get-authorize.ts'
import { getInstanceDiscovery } from './discovery/get-instance-discovery.ts'
import { getKeys } from './discovery/get-keys.ts'
import { getLogout } from './authorize/get-logout.ts'
import { getOpenidConfiguration } from './discovery/get-openid-configuration.ts'
import { postAuthorize } from './authorize/post-authorize.ts'
import { postToken } from './token/post-token.ts'

export const entraOperations: readonly Operation[] = [
  getOpenidConfiguration,
  getInstanceDiscovery,
  getKeys,
  getAuthorize,
  postAuthorize,
  postToken,
  getLogout,
]
