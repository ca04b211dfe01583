import type { Operation } from '../../kernel/operation.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readTenantPath } from '../core/tenant-path.ts'

export const getKeys: Operation = {
  id: 'entra/get-keys',
  method: 'GET',
  path: '/{tenant}/discovery/v2.0/keys',
  summary: 'Public keys that sign tokens of the tenant',
  source: 'https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens',
  handle: (request, world) =>
    answerRefusal(request, world, async () => {
      const { httpsOrigin, tenantId } = world.settings
      readTenantPath(request.params.tenant ?? '', world)
      const { keys } = await world.keys.publicKeys('entra')
      return {
        status: 200,
        headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=86400, private' },
        body: { keys: keys.map((key) => ({ ...key, issuer: `${httpsOrigin}/${tenantId}/v2.0` })) },
      }
    }),
}
