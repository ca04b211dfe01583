import type { Session } from '@trustwright/shared-schemas'
import type { Config } from '../../config.ts'
import type { SessionDetails } from '../../sessions/session-store.ts'

/** Who is signed in, and the settings that the browser needs. */
export function readSession(config: Config, person: SessionDetails | null): Session {
  return {
    user:
      person === null
        ? null
        : {
            objectId: person.objectId,
            tenantId: person.tenantId,
            username: person.username,
            displayName: person.displayName,
            isAdmin: person.isAdmin,
          },
    settings: {
      cloud: config.cloud,
      tenantId: config.tenantId,
      authorityHost: config.authorityHost,
      armEndpoint: config.armEndpoint,
      graphEndpoint: config.graphEndpoint,
      defaultAudience: config.defaultAudience,
      sampleTokenUrl: config.sampleTokenUrl,
    },
  }
}
