import type { Identity } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { parseIdentityId } from '../domain/resource-ids.ts'
import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { queryResourceGraph } from './query-resource-graph.ts'
import { toIdentity } from './to-identity.ts'

/** The table has the identities and not their credentials. https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources */
const query = `resources
| where type =~ 'microsoft.managedidentity/userassignedidentities'
| project id, location, tenantId = tostring(properties.tenantId), clientId = tostring(properties.clientId), principalId = tostring(properties.principalId)
| order by id asc`

const Row = z.looseObject({
  id: z.string(),
  location: z.string(),
  tenantId: z.string().nullish(),
  clientId: z.string().nullish(),
  principalId: z.string().nullish(),
})

export function resourceGraphMethods(
  { read }: ArmMethods,
  unsupportedRegions: readonly string[],
): Pick<Arm, 'queryIdentities'> {
  return {
    async queryIdentities(caller) {
      const { rows, complete } = await queryResourceGraph(read, caller, query, Row)
      return { identities: rows.flatMap((row) => toIdentities(row, unsupportedRegions)), complete }
    },
  }
}

function toIdentities(row: z.output<typeof Row>, unsupportedRegions: readonly string[]): Identity[] {
  const path = parseIdentityId(row.id)
  return path === null ? [] : [toIdentity(row, path, unsupportedRegions)]
}
