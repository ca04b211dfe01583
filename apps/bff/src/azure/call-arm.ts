import type { Clock, TokenSource } from '../ports.ts'
import { createArmClients, type ArmClients } from './arm-clients.ts'
import { createCallAzure, type CallAzure } from './call-azure.ts'
import type { CallPolicy } from './call-policy.ts'

export type CallArm = CallAzure<ArmClients>

export interface CallArmOptions {
  /** `https://management.azure.com`, or another cloud's. */
  readonly endpoint: string
  readonly tokens: Pick<TokenSource, 'armToken' | 'rememberStepUp'>
  readonly clock: Clock
  readonly policy: CallPolicy
}

export function createCallArm({ tokens, ...options }: CallArmOptions): CallArm {
  return createCallAzure({
    ...options,
    token: (caller, fresh) => tokens.armToken(caller, fresh),
    rememberStepUp: (caller, claims) => tokens.rememberStepUp(caller, claims),
    clients: createArmClients,
  })
}
