import type { Operation } from '../../kernel/operation.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readClaimsRequest } from '../core/claims-request.ts'
import { requireClient } from '../core/client-registration.ts'
import { requireOnce } from '../core/require-once.ts'
import { hashOf, newSecret } from '../core/secrets.ts'
import { requireAudience } from '../core/sign-in-audience.ts'
import { readTenant } from '../core/tenant-path.ts'
import { scopeIn } from '../core/version-one.ts'
import { checkAuthorizeScopes } from '../token/scopes.ts'
import { deviceCodeLifetimeMs, newUserCode } from './device-codes.ts'

const pollingSeconds = 5

export const postDeviceCode: Operation = {
  id: 'entra/post-device-code',
  method: 'POST',
  path: '/{tenant}/oauth2/v2.0/devicecode',
  summary: 'Begins a sign-in on another device: a code to type and one to poll with',
  source:
    'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code#device-authorization-request',
  handle: (request, world) =>
    answerRefusal(request, world, () => {
      const tenant = readTenant(request.params.tenant ?? '', world)
      const form = new URLSearchParams(request.body)
      requireOnce(form)
      const application = requireClient(form.get('client_id'), world, tenant.displayName)
      requireAudience(application, tenant, world)
      const scope = scopeIn(request.path, form)
      checkAuthorizeScopes(scope, world, application.appId)
      const claims = form.get('claims')
      readClaimsRequest(claims)
      const deviceCode = newSecret('')
      const userCode = newUserCode(world)
      world.store.deviceCodes.put(hashOf(deviceCode), {
        userCode,
        clientId: application.appId,
        scopes: scope.split(' ').filter((part) => part !== ''),
        ...(claims === null ? {} : { claims }),
        issuedAt: world.clock.now(),
        state: 'pending',
        userObjectId: null,
        sessionId: null,
      })
      const address = `${world.settings.browserOrigin}/common/oauth2/deviceauth`
      return {
        status: 200,
        headers: { 'cache-control': 'no-store, no-cache' },
        body: {
          user_code: userCode,
          device_code: deviceCode,
          verification_uri: address,
          expires_in: deviceCodeLifetimeMs / 1000,
          interval: pollingSeconds,
          message: `To sign in, use a web browser to open the page ${address} and enter the code ${userCode} to authenticate.`,
        },
      }
    }),
}
