import type { Operation } from '../kernel/operation.ts'
import { getAuthorize } from './get-authorize.ts'
import { getInstanceDiscovery } from './get-instance-discovery.ts'
import { getKeys } from './get-keys.ts'
import { getLogout } from './get-logout.ts'
import { getOpenidConfiguration } from './get-openid-configuration.ts'
import { postAuthorize } from './post-authorize.ts'
import { postToken } from './post-token.ts'

export const entraOperations: readonly Operation[] = [
  getOpenidConfiguration,
  getInstanceDiscovery,
  getKeys,
  getAuthorize,
  postAuthorize,
  postToken,
  getLogout,
]
