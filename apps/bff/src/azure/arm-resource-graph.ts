import type { Identity } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { parseIdentityId } from '../domain/resource-ids.ts'
import { PortalError } from '../errors.ts'
import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
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
const Page = z.looseObject({ data: z.array(Row), skipToken: z.string().nullish() })

/** The most that Resource Graph gives at once. */
const pageSize = 1000
/** More are not for choosing from a list. */
const mostPages = 20

export function resourceGraphMethods(
  { read }: ArmMethods,
  unsupportedRegions: readonly string[],
): Pick<Arm, 'queryIdentities'> {
  return {
    async queryIdentities(caller) {
      const identities: Identity[] = []
      let token: string | null = null
      for (let page = 0; page < mostPages; page++) {
        const options = {
          top: pageSize,
          resultFormat: 'objectArray' as const,
          ...(token && { skipToken: token }),
        }
        const body: unknown = await read(caller, 'object', {}, (clients, abortSignal) =>
          clients.resourceGraph().resources({ query, options }, { abortSignal }),
        )
        const { data, skipToken } = readPage(body)
        identities.push(...data.flatMap((row) => toIdentities(row, unsupportedRegions)))
        token = skipToken ?? null
        if (token === null) return { identities, complete: true }
      }
      return { identities, complete: false }
    },
  }
}

function readPage(body: unknown): z.output<typeof Page> {
  const page = Page.safeParse(body)
  if (page.success) return page.data
  throw new PortalError('UPSTREAM_FAILED', {
    detail: 'Azure Resource Graph sent an answer of an unknown shape, so nothing can be concluded from it.',
    cause: page.error,
  })
}

function toIdentities(row: z.output<typeof Row>, unsupportedRegions: readonly string[]): Identity[] {
  const path = parseIdentityId(row.id)
  return path === null ? [] : [toIdentity(row, path, unsupportedRegions)]
}
