import type { Directory } from '../directory-port.ts'
import type { Clock, TokenSource } from '../ports.ts'
import { createCallAzure } from './call-azure.ts'
import { createCallPolicy } from './call-policy.ts'
import { applicationMethods } from './graph-applications.ts'
import { createGraphClient } from './graph-client.ts'
import { graphCredentialMethods } from './graph-credentials.ts'
import { auditMethods } from './graph-audits.ts'
import { inventoryMethods } from './graph-inventory.ts'
import { directoryLists } from './graph-lists.ts'
import { groupMethods } from './graph-groups.ts'
import { createGraphMethods } from './graph-methods.ts'
import { peopleMethods } from './graph-people.ts'
import { principalMethods } from './graph-principals.ts'
import { personMethods } from './graph-person.ts'
import { signInMethods } from './graph-sign-ins.ts'
import { applicationWrites } from './graph-application-writes.ts'
import { uniqueApplicationMethods } from './graph-unique-applications.ts'

export interface GraphOptions {
  /** Address of Microsoft Graph without a version: `https://graph.microsoft.com`, or another cloud's. */
  readonly endpoint: string
  readonly tokens: Pick<TokenSource, 'graphToken' | 'rememberStepUp'>
  readonly clock: Clock
}

/** Microsoft Graph, each call with the caller's own token. */
export function createGraph({ endpoint, tokens, clock }: GraphOptions): Directory {
  const call = createCallAzure({
    endpoint,
    clock,
    token: (caller, fresh) => tokens.graphToken(caller, fresh),
    rememberStepUp: (caller, claims) => tokens.rememberStepUp(caller, claims),
    policy: createCallPolicy(),
    clients: createGraphClient,
  })
  const methods = createGraphMethods(call, tokens)
  return {
    ...applicationMethods(methods),
    ...applicationWrites(methods, endpoint),
    ...uniqueApplicationMethods(methods),
    ...graphCredentialMethods(methods),
    ...inventoryMethods(methods),
    ...directoryLists(methods),
    ...groupMethods(methods),
    ...auditMethods(methods),
    ...signInMethods(methods),
    ...peopleMethods(methods),
    ...principalMethods(methods),
    ...personMethods(methods, tokens),
  }
}
