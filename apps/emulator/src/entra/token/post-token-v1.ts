import type { EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { answerRefusal } from '../core/answer-refusal.ts'
import { readTokenForm } from './post-token.ts'
import { answerTokenRequest } from './token-flow.ts'

/**
 * The endpoint of version 1.0: `resource` in place of `scope`, and numbers as text. Azure CLI, which takes the emulator for
 * AD FS, sends `scope` to `/adfs/oauth2/token` and is answered as by version 2.0.
 */
export const postTokenV1: Operation = {
  id: 'entra/post-token-v1',
  method: 'POST',
  path: '/{tenant}/oauth2/token',
  summary: 'Token endpoint of version 1.0 (`resource`), and the `/adfs` alias that Azure CLI uses',
  source:
    'https://learn.microsoft.com/previous-versions/azure/active-directory/azuread-dev/v1-oauth2-client-creds-grant-flow',
  handle: (request, world) =>
    answerRefusal(request, world, async () => {
      const form = readTokenForm(request)
      const resource = form.get('resource')
      if (resource === null || form.has('scope')) return answerTokenRequest(request, form, world)
      form.set('scope', `${resource}/.default`)
      return versionOne(await answerTokenRequest(request, form, world), resource, world)
    }),
}

function versionOne(response: EmulatorResponse, resource: string, world: World): EmulatorResponse {
  const { body, status } = response
  if (status !== 200 || typeof body !== 'object' || body === null || !('expires_in' in body)) return response
  const now = Math.floor(world.clock.now() / 1000)
  const lifetime = Number(body.expires_in)
  return {
    ...response,
    body: {
      ...body,
      expires_in: String(lifetime),
      ext_expires_in: String(lifetime),
      expires_on: String(now + lifetime),
      not_before: String(now),
      resource,
    },
  }
}
