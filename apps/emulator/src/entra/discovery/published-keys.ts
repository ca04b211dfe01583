import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readTenant } from '../core/tenant-path.ts'
import { issuerTenantOf, metadataHeaders } from './tenant-endpoints.ts'

/** The keys with the issuer they sign for; `common` has the placeholder there as its metadata does. */
export function answerPublishedKeys(request: EmulatorRequest, world: World): Promise<EmulatorResponse> {
  return answerRefusal(request, world, async () => {
    const tenant = readTenant(request.params.tenant ?? '', world)
    const { keys } = await world.keys.publicKeys('entra')
    const issuer = `${world.settings.httpsOrigin}/${issuerTenantOf(tenant)}/v2.0`
    return { status: 200, headers: metadataHeaders, body: { keys: keys.map((key) => ({ ...key, issuer })) } }
  })
}
