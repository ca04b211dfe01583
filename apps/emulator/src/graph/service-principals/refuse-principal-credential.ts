import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { principalCredentialsPath } from './principal-credential-list.ts'

const writes = [
  ['POST', principalCredentialsPath],
  ['PATCH', `${principalCredentialsPath}[credential]`],
  ['DELETE', `${principalCredentialsPath}[credential]`],
] as const

/** Azure Resource Manager owns a managed identity's credentials. What Graph answers is assumed (u). */
export const refusePrincipalCredential = writes.flatMap(([method, path]) =>
  graphOperation({
    id: 'graph/refuse-principal-credential',
    method,
    path,
    summary: "Refused: a managed identity's credentials are written by ARM alone",
    source: 'https://learn.microsoft.com/graph/api/resources/serviceprincipal#relationships',
    permissions: permissions.writeApplications,
    handle: () => {
      throw refuse(faults.insufficientPrivileges())
    },
  }),
)
