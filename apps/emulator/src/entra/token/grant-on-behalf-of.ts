import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { invalidGrant, invalidRequest, missingParameter } from '../core/refusal.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import { checkOrigin } from './cross-origin.ts'
import { requirePrincipal } from './client-principal.ts'
import type { TokenRequest } from './token-request.ts'
import { verifyUserAssertion } from './user-assertion.ts'
import { userTokenReply } from './user-token-reply.ts'

/**
 * An API exchanges a person's access token for one to another API. A demand for a second factor (`claims`) that the sign-in
 * did not meet comes back as `interaction_required` with the claims, for the API to hand on to the person's client.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export async function grantOnBehalfOf(
  { request, form, client, directory }: TokenRequest,
  world: World,
): Promise<EmulatorResponse> {
  checkOrigin(request, 'web')
  const assertion = form.get('assertion')
  if (!assertion) throw missingParameter('assertion')
  requireUse(form.get('requested_token_use'))
  const scope = form.get('scope') ?? ''
  const { application, by } = await authenticateClient(client, world, directory)
  if (by === 'nothing') throw credentialMissing()
  requirePrincipal(application, directory, world)
  const presented = await verifyUserAssertion(assertion, application, world)
  const user = world.store.users.get(presented.oid)
  const session = world.store.sessions.get(presented.sid)
  if (!user || !session || session.revoked) {
    throw invalidGrant(
      50013,
      'Assertion failed validation: the sign-in it comes from has ended.',
      'bad_token',
    )
  }
  return userTokenReply(
    {
      user,
      clientId: application.appId,
      session,
      scope,
      claims: form.get('claims'),
      signInScopes: scope.split(' '),
      nonce: null,
      authenticatedBy: by,
    },
    world,
  )
}

function requireUse(use: string | null): void {
  if (use === null) throw missingParameter('requested_token_use')
  if (use === 'on_behalf_of') return
  throw invalidRequest(
    9002313,
    `Invalid request. Request is malformed or invalid. '${use}' is not a supported value of 'requested_token_use'.`,
  )
}
