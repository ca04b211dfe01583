import { authenticate, isRefused } from '../../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import { graphError } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { allowOrigin } from '../token/cross-origin.ts'
import { pairwiseSubject } from '../token/tokens.ts'

/** Needs an access token for Graph that holds `openid`. https://learn.microsoft.com/entra/identity-platform/userinfo */
export async function answerUserinfo(request: EmulatorRequest, world: World): Promise<EmulatorResponse> {
  const caller = await authenticate(request, world, 'graph')
  if (isRefused(caller)) return allowOrigin(request, caller)
  const user = world.store.users.get(caller.objectId)
  if (!user || !caller.scopes.includes('openid')) {
    const refused = graphError(403, 'UnknownError', 'The token holds no openid permission of a person.', {
      request,
      clock: world.clock,
    })
    return allowOrigin(request, refused)
  }
  const [givenName = user.displayName, ...familyName] = user.displayName.split(' ')
  return allowOrigin(request, {
    status: 200,
    body: {
      sub: pairwiseSubject(user.objectId, caller.appId),
      ...(caller.scopes.includes('profile')
        ? {
            name: user.displayName,
            given_name: givenName,
            family_name: familyName.join(' '),
            picture: 'https://graph.microsoft.com/v1.0/me/photo/$value',
          }
        : {}),
      ...(caller.scopes.includes('email') ? { email: user.username } : {}),
    },
  })
}
