import type { DeviceCode } from '../../kernel/entities/sign-ins.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { readClaimsRequest } from '../core/claims-request.ts'
import { requireClient } from '../core/client-registration.ts'
import { EntraRefusal } from '../core/refusal.ts'
import type { TenantInPath } from '../core/tenant-path.ts'
import type { Interaction } from '../interaction/interaction.ts'
import { answerInteraction, beginInteraction } from '../interaction/run-interaction.ts'
import type { SignedIn } from '../interaction/sessions.ts'
import { findPending, settle } from './device-codes.ts'
import { codePage, confirmPage, donePage } from './device-pages.ts'

/** What a person does with a typed code: account, second factor and consent as at any sign-in, then a last question. */
export function answerDevicePage(
  request: EmulatorRequest,
  form: URLSearchParams,
  tenant: TenantInPath,
  world: World,
): EmulatorResponse {
  const typed = form.get('user_code') ?? ''
  const code = findPending(typed, world)
  if (!code) {
    const problem =
      "That code didn't work. Check the code and try again. Codes work for 15 minutes, and once."
    return codePage(request.path, { typed, problem })
  }
  const interaction = interactionOf(code, request, tenant, world)
  const justTyped = [...form.keys()].every((name) => name === 'user_code')
  try {
    const outcome = justTyped
      ? beginInteraction(interaction, request, world)
      : answerInteraction(interaction, request, form, world)
    if ('page' in outcome) return outcome.page
    return form.get('confirm') === '1'
      ? approve(code, outcome.signedIn, interaction, world)
      : confirm(interaction, outcome.signedIn)
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    settle(code, { state: 'declined' }, world)
    return donePage('Sign-in cancelled', 'The other device is not signed in. You can close this page.')
  }
}

function interactionOf(
  code: DeviceCode,
  request: EmulatorRequest,
  tenant: TenantInPath,
  world: World,
): Interaction {
  return {
    tenant,
    client: requireClient(code.clientId, world),
    scope: code.scopes.join(' '),
    prompt: 'select_account',
    loginHint: null,
    sessionId: null,
    claims: readClaimsRequest(code.claims ?? null),
    action: request.path,
    fields: { user_code: code.userCode },
    formTargets: [],
    correlationId: undefined,
  }
}

function confirm(
  { action, client, fields }: Interaction,
  { user, session, cookie }: SignedIn,
): EmulatorResponse {
  return confirmPage({
    action,
    clientName: client.displayName,
    user,
    fields: { ...fields, session: session.sessionId },
    ...(cookie === undefined ? {} : { headers: { 'set-cookie': cookie } }),
  })
}

function approve(
  code: DeviceCode,
  { user, session }: SignedIn,
  { client, claims }: Interaction,
  world: World,
): EmulatorResponse {
  settle(
    code,
    {
      state: 'approved',
      userObjectId: user.objectId,
      sessionId: session.sessionId,
      ...(claims.acrs.length > 0 ? { acrs: claims.acrs } : {}),
    },
    world,
  )
  return donePage(
    client.displayName,
    `You have signed in to the ${client.displayName} application on your device. You may now close this window.`,
  )
}
