import type { Operation } from '../../kernel/operation.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readTenant } from '../core/tenant-path.ts'
import { openidConfiguration } from './openid-configuration.ts'
import { metadataHeaders } from './tenant-endpoints.ts'

export const getOpenidConfiguration: Operation = {
  id: 'entra/get-openid-configuration',
  method: 'GET',
  path: '/{tenant}/v2.0/.well-known/openid-configuration',
  summary: 'OpenID Connect discovery document, by GUID, domain, `common` or `organizations`',
  source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
  handle: (request, world) =>
    answerRefusal(request, world, () => ({
      status: 200,
      headers: metadataHeaders,
      body: openidConfiguration(readTenant(request.params.tenant ?? '', world), world),
    })),
}
