import { exposedApi } from './exposed-api.ts'
import type { Application } from './kernel/entities/directory.ts'
import type { Settings } from './kernel/world.ts'
import { firstParty } from './seed-first-party.ts'
import { portalClient } from './seed.ts'

/** The portal as a resource of its own, for scripts and for pages in a frame: what docs/register.sh registers. */
export function portalApi({
  portal,
  portalOrigin,
}: Settings): Pick<Application, 'api' | 'identifierUris' | 'redirectUris'> {
  const { clientId } = portal
  const { scope, scopeId } = portalClient
  return {
    identifierUris: [`api://${clientId}`],
    redirectUris: { web: portal.redirectUris, spa: [`${portalOrigin}/embed/redirect`], publicClient: [] },
    api: exposedApi({
      scope,
      scopeId,
      product: 'Trustwright',
      things: 'trusts',
      clients: [firstParty.azureCli.appId, clientId],
    }),
  }
}
