import type { Session } from '@trustwright/shared-schemas'
import type { GrantStore } from '../../auth/bearer/grant-store.ts'
import type { Config } from '../../config.ts'
import { claimsExtra } from '../../domain/claims-challenge.ts'
import type { SessionDetails } from '../../sessions/session-store.ts'

export interface ReadSessionParts {
  readonly config: Config
  readonly grants: Pick<GrantStore, 'readStepUp'>
}

/** Who is signed in, and the settings that the browser needs. */
export async function readSession(
  { config, grants }: ReadSessionParts,
  person: SessionDetails | null,
): Promise<Session> {
  const claims = person === null ? null : await grants.readStepUp(person)
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
    ...claimsExtra(claims ?? undefined),
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
