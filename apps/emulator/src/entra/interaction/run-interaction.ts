import type { User } from '../../kernel/entities/directory.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { mayConsentForAll, recordConsent } from '../consent/record-consent.ts'
import { requestedPermissions } from '../consent/requested-permissions.ts'
import { accessDenied } from '../core/refusal.ts'
import { secondFactorCode } from '../core/second-factor.ts'
import { sameSecret } from '../core/secrets.ts'
import { chooseAccount } from './choose-account.ts'
import { continueInteraction } from './continue-interaction.ts'
import type { Interaction, Outcome } from './interaction.ts'
import { secondFactorPage } from './second-factor-page.ts'
import { findSessions, startSession, type SignedIn } from './sessions.ts'
import { signInPage, type SignInPage } from './sign-in-page.ts'

/** The first look: goes on with an account that is signed in, or asks for one. */
export function beginInteraction(interaction: Interaction, request: EmulatorRequest, world: World): Outcome {
  const account = chooseAccount(interaction, findSessions(request, world))
  if (account) return continueInteraction(interaction, account, world)
  return { page: accountPage(interaction, request, world) }
}

/** What a person answered on one of the pages. */
export function answerInteraction(
  interaction: Interaction,
  request: EmulatorRequest,
  form: URLSearchParams,
  world: World,
): Outcome {
  if (form.has('switch')) return { page: accountPage({ ...interaction, prompt: 'login' }, request, world) }
  if (form.has('cancel')) throw cancelled(form, interaction)
  const known = form.get('session') ?? form.get('account')
  if (known === null) return signInWithPassword(interaction, request, form, world)
  const account = findSessions(request, world).find(({ session }) => session.sessionId === known)
  if (!account) return { page: accountPage(interaction, request, world) }
  if (form.get('step') === 'verify') return verify(interaction, account, form, world)
  if (form.get('step') === 'consent') return consent(interaction, account, form, world)
  return continueInteraction(interaction, account, world)
}

function signInWithPassword(
  interaction: Interaction,
  request: EmulatorRequest,
  form: URLSearchParams,
  world: World,
): Outcome {
  const username = (form.get('username') ?? '').trim()
  const user = findUser(username, world)
  if (user && sameSecret(user.password, form.get('password') ?? '')) {
    return continueInteraction(interaction, startSession(request, world, user), world)
  }
  const text = user
    ? 'That password does not belong to this account (AADSTS50126).'
    : 'This username is not in the directory (AADSTS50034). The accounts above exist.'
  return { page: accountPage(interaction, request, world, { text, username }) }
}

function findUser(username: string, { store }: World): User | undefined {
  return store.users.by('username', username.toLowerCase())[0]
}

function verify(interaction: Interaction, account: SignedIn, form: URLSearchParams, world: World): Outcome {
  const { user, session } = account
  if (form.get('code')?.trim() !== secondFactorCode(user)) {
    const { action, formTargets } = interaction
    const fields = { ...interaction.fields, session: session.sessionId }
    return { page: secondFactorPage({ user, action, fields, formTargets, wrong: true }) }
  }
  const proven = { ...session, multifactor: true }
  world.store.sessions.put(session.sessionId, proven)
  return continueInteraction(interaction, { ...account, session: proven }, world)
}

/** What only an administrator can grant is judged again after this, so that nobody consents to more than they may. */
function consent(interaction: Interaction, account: SignedIn, form: URLSearchParams, world: World): Outcome {
  const { client, scope } = interaction
  const { objectId } = account.user
  const administrator = mayConsentForAll(objectId, world)
  const granted = requestedPermissions(scope, client, world)
    .map(({ resource, scopes }) => ({
      resource,
      scopes: scopes.filter((each) => administrator || each.consent === 'User'),
    }))
    .filter(({ scopes }) => scopes.length > 0)
  const forAll = administrator && form.get('organization') === '1'
  recordConsent(granted, client, forAll ? null : objectId, world)
  return continueInteraction(interaction, account, world, { consent: true })
}

function cancelled(form: URLSearchParams, { client }: Interaction) {
  return form.get('step') === 'approval'
    ? accessDenied(
        90094,
        `${client.displayName} needs permission to access resources in your organization that only an admin can grant. Request an admin to grant permission to this app before you can use it.`,
      )
    : accessDenied(65004, 'User declined to consent to access the app.')
}

function accountPage(
  interaction: Interaction,
  request: EmulatorRequest,
  world: World,
  problem?: SignInPage['problem'],
): EmulatorResponse {
  const { client, action, fields, formTargets, loginHint, prompt } = interaction
  return signInPage(
    {
      clientName: client.displayName,
      action,
      fields,
      formTargets,
      loginHint,
      signedIn: prompt === 'login' ? [] : findSessions(request, world),
      ...(prompt === 'create'
        ? { notice: 'People cannot make accounts in this directory themselves. Choose one that exists.' }
        : {}),
      ...(problem ? { problem } : {}),
    },
    world,
  )
}
