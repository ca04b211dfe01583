import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AzureCli, Options } from './azure-cli.ts'

/** Debian's 2.45.0-1 meets a newer azure-mgmt-authorization, and every `az role` command ends before its first request. */
const brokenBuild = "has no attribute 'config'"
const version = 'api-version=2022-04-01'

export interface Assignment {
  scope: string
  principalId: string
  /** GUID of the role definition. */
  roleId: string
  role: string
}

/** `az role assignment create`; where the build cannot, the same by `az rest`, and that is said. */
export function assignRole(az: AzureCli, { scope, principalId, roleId, role }: Assignment): Promise<unknown> {
  const options = {
    'assignee-object-id': principalId,
    'assignee-principal-type': 'ServicePrincipal',
    role,
    scope,
  }
  const roleDefinitionId = `${subscriptionOf(scope)}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`
  const properties = { roleDefinitionId, principalId, principalType: 'ServicePrincipal' }
  return byRoleCommand(az, 'role assignment create', options, {
    method: 'put',
    url: `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}?${version}`,
    body: JSON.stringify({ properties }),
  })
}

/** `az role assignment list` at a scope, for one principal. */
export function listRoles(az: AzureCli, scope: string, principalId: string): Promise<unknown> {
  return byRoleCommand(
    az,
    'role assignment list',
    { scope, assignee: principalId },
    {
      method: 'get',
      url: `${scope}/providers/Microsoft.Authorization/roleAssignments?${version}&$filter=assignedTo('${principalId}')`,
      query: 'value',
    },
  )
}

const assignments = z.array(
  z.looseObject({
    principalId: z.string().optional(),
    properties: z.looseObject({ principalId: z.string() }).optional(),
  }),
)

/** Whom the assignments are for, in the CLI's flat shape or in ARM's own. */
export function principalIdsIn(answer: unknown): (string | undefined)[] {
  return assignments
    .parse(answer)
    .map(({ principalId, properties }) => principalId ?? properties?.principalId)
}

async function byRoleCommand(
  az: AzureCli,
  command: string,
  options: Options,
  rest: Options,
): Promise<unknown> {
  const { code, stdout, stderr } = await az.run(command, options)
  if (code === 0) return JSON.parse(stdout)
  if (!stderr.includes(brokenBuild)) throw new Error(`az ${command} ended with ${code}: ${stderr}`)
  process.stdout.write(`not run: az ${command}: this build of the Azure CLI ends before its first request\n`)
  return az.json('rest', rest)
}

function subscriptionOf(scope: string): string {
  return scope.split('/').slice(0, 3).join('/')
}
