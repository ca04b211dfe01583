import type { Operation } from '../kernel/operation.ts'
import { getAuthorize } from './authorize/get-authorize.ts'
import { getInstanceDiscovery } from './discovery/get-instance-discovery.ts'
import { getKeys } from './discovery/get-keys.ts'
import { getLogout } from './authorize/get-logout.ts'
import { getOpenidConfiguration } from './discovery/get-openid-configuration.ts'
import { postAuthorize } from './authorize/post-authorize.ts'
import { postToken } from './token/post-token.ts'
import { postTokenV1 } from './token/post-token-v1.ts'
import { getAppServiceToken } from './managed-identity/get-app-service-token.ts'
import { getImdsToken } from './managed-identity/get-imds-token.ts'
import { getInstanceMetadata } from './managed-identity/get-instance-metadata.ts'
import { getAuthorizeV1 } from './authorize/get-authorize-v1.ts'
import { getLogoutV1 } from './authorize/get-logout-v1.ts'
import { postAuthorizeV1 } from './authorize/post-authorize-v1.ts'
import { postLogout } from './authorize/post-logout.ts'
import { postLogoutV1 } from './authorize/post-logout-v1.ts'
import { getDevicePage } from './device/get-device-page.ts'
import { postDeviceCode } from './device/post-device-code.ts'
import { postDeviceCodeV1 } from './device/post-device-code-v1.ts'
import { postDevicePage } from './device/post-device-page.ts'
import { getAdfsConfiguration } from './discovery/get-adfs-configuration.ts'
import { getKeysV1 } from './discovery/get-keys-v1.ts'
import { getOpenidConfigurationV1 } from './discovery/get-openid-configuration-v1.ts'
import { getToken } from './token/get-token.ts'
import { optionsToken } from './token/options-token.ts'
import { getUserinfo } from './userinfo/get-userinfo.ts'
import { optionsUserinfo } from './userinfo/options-userinfo.ts'
import { postUserinfo } from './userinfo/post-userinfo.ts'

export const entraOperations: readonly Operation[] = [
  getOpenidConfiguration,
  getInstanceDiscovery,
  getKeys,
  getAuthorize,
  postAuthorize,
  postToken,
  postTokenV1,
  getImdsToken,
  getAppServiceToken,
  getInstanceMetadata,
  getLogout,
  postLogout,
  getOpenidConfigurationV1,
  getAdfsConfiguration,
  getKeysV1,
  getAuthorizeV1,
  postAuthorizeV1,
  getLogoutV1,
  postLogoutV1,
  optionsToken,
  getToken,
  postDeviceCode,
  postDeviceCodeV1,
  getDevicePage,
  postDevicePage,
  getUserinfo,
  postUserinfo,
  optionsUserinfo,
]
