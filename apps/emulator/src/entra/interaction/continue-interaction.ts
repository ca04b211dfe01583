import type { World } from '../../kernel/world.ts'
import { adminApprovalPage } from '../consent/admin-approval-page.ts'
import { consentPage } from '../consent/consent-page.ts'
import { mayConsentForAll } from '../consent/record-consent.ts'
import {
  missingPermissions,
  requestedPermissions,
  type Permissions,
} from '../consent/requested-permissions.ts'
import { errorPage } from '../core/error-page.ts'
import { isFirstParty } from '../core/first-party-clients.ts'
import { consentRequired, multifactorNeeded, notConsented } from '../core/refusal.ts'
import type { Interaction, Outcome } from './interaction.ts'
import { reasonToRefuse } from './refuse-person.ts'
import { secondFactorPage } from './second-factor-page.ts'
import type { SignedIn } from './sessions.ts'

/** What is still asked of a person whose account is known: a second factor, then consent. Nothing: they are signed in. */
export function continueInteraction(
  interaction: Interaction,
  signedIn: SignedIn,
  world: World,
  done: { consent?: boolean } = {},
): Outcome {
  const { client, prompt, claims, correlationId } = interaction
  const { user, session } = signedIn
  const refused = reasonToRefuse(interaction, user, world)
  if (refused) return { page: errorPage(refused, world, correlationId) }
  const requested = requestedPermissions(interaction.scope, client, world)
  if (claims.multifactor && session.multifactor !== true) {
    if (prompt === 'none') throw multifactorNeeded(requested[0]?.resource.appId ?? client.appId)
    return { page: secondFactorPage({ user, ...formParts(interaction, signedIn) }) }
  }
  const missing = missingPermissions(requested, client, user.objectId, world)
  const always = prompt === 'consent' && done.consent !== true && !isFirstParty(client.appId)
  const asked = always ? requested : missing
  if (asked.length === 0) return { signedIn }
  if (prompt === 'none') {
    const { code, message } = notConsented(client)
    throw consentRequired(code, message)
  }
  return askForConsent(interaction, signedIn, { asked, missing }, world)
}

function askForConsent(
  interaction: Interaction,
  signedIn: SignedIn,
  { asked, missing }: { asked: Permissions[]; missing: Permissions[] },
  world: World,
): Outcome {
  const { user } = signedIn
  const page = {
    clientName: interaction.client.displayName,
    user,
    permissions: asked,
    ...formParts(interaction, signedIn),
  }
  const administrator = mayConsentForAll(user.objectId, world)
  const onlyAdministrators = missing.some(({ scopes }) => scopes.some(({ consent }) => consent === 'Admin'))
  if (onlyAdministrators && !administrator) return { page: adminApprovalPage(page) }
  return { page: consentPage({ ...page, mayConsentForAll: administrator }) }
}

function formParts({ action, fields, formTargets }: Interaction, { session, cookie }: SignedIn) {
  return {
    action,
    fields: { ...fields, session: session.sessionId },
    formTargets,
    ...(cookie === undefined ? {} : { headers: { 'set-cookie': cookie } }),
  }
}
