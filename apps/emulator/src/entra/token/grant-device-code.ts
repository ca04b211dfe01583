import type { DeviceCode } from '../../kernel/entities/sign-ins.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { isPublicClient } from '../core/client-registration.ts'
import { deviceFlow, invalidGrant, missingParameter } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'
import { deviceCodeLifetimeMs } from '../device/device-codes.ts'
import { admitPerson } from './admit-person.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import { checkOrigin } from './cross-origin.ts'
import { requireLiveSession } from './live-session.ts'
import { readDelegatedScopes } from './scopes.ts'
import type { TokenRequest } from './token-request.ts'
import { userTokenReply } from './user-token-reply.ts'

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code#authenticating-the-user */
export async function grantDeviceCode(
  { request, form, client, directory }: TokenRequest,
  world: World,
): Promise<EmulatorResponse> {
  const deviceCode = form.get('device_code')
  if (!deviceCode) throw missingParameter('device_code')
  const { application, by } = await authenticateClient(client, world)
  if (by === 'nothing' && !isPublicClient(application)) throw credentialMissing()
  checkOrigin(request, 'publicClient')
  const key = hashOf(deviceCode)
  const kept = world.store.deviceCodes.get(key)
  if (!kept || kept.clientId !== application.appId) {
    throw deviceFlow.badCode(70018, "The provided value for the input parameter 'device_code' is not valid.")
  }
  const { userObjectId, sessionId } = requireApproved(kept, world)
  const user = world.store.users.get(userObjectId)
  if (!user) throw invalidGrant(50034, 'The user account does not exist in the directory.')
  admitPerson(application, user, directory, world)
  const session = requireLiveSession(sessionId, kept.issuedAt, world)
  const scope = kept.scopes.join(' ')
  readDelegatedScopes(scope, world, application.appId, user.objectId)
  world.store.deviceCodes.put(key, { ...kept, state: 'redeemed' })
  return userTokenReply(
    {
      user,
      clientId: application.appId,
      authenticatedBy: by,
      session,
      scope,
      claims: form.get('claims'),
      signInScopes: kept.scopes,
      nonce: null,
      acrs: kept.acrs,
    },
    world,
  )
}

function requireApproved(kept: DeviceCode, { clock }: World): { userObjectId: string; sessionId: string } {
  const { state, userObjectId, sessionId, issuedAt } = kept
  if (state === 'declined') {
    throw deviceFlow.declined(65004, 'User declined to consent to access the app.')
  }
  if (state === 'redeemed') {
    throw invalidGrant(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    )
  }
  if (clock.now() - issuedAt > deviceCodeLifetimeMs) {
    throw deviceFlow.expired(
      70020,
      "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
    )
  }
  if (state === 'pending' || userObjectId === null || sessionId === null) {
    throw deviceFlow.pending(
      70016,
      'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    )
  }
  return { userObjectId, sessionId }
}
