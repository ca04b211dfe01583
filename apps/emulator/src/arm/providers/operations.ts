import type { Operation } from '../../kernel/operation.ts'
import { getProvider } from './get-provider.ts'
import { listProviders } from './list-providers.ts'
import { registerProvider } from './register-provider.ts'
import { unregisterProvider } from './unregister-provider.ts'

export const providerOperations: readonly Operation[] = [
  ...listProviders,
  ...getProvider,
  registerProvider,
  unregisterProvider,
]
