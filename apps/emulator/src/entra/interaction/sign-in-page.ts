import type { User } from '../../kernel/entities/directory.ts'
import { html, htmlPage, type Html } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDisplayName } from '../../seed.ts'
import { hiddenFields } from '../core/page-parts.ts'
import type { SignedIn } from './sessions.ts'

export interface SignInPage {
  /** What the person continues to. */
  clientName: string
  /** Address that the forms post to, and fields they all carry. */
  action: string
  fields?: Record<string, string>
  formTargets: readonly string[]
  loginHint: string | null
  /** Accounts of this browser that need no password. */
  signedIn: readonly SignedIn[]
  /** A sentence that the person has to know first. */
  notice?: string
  /** What was wrong with the last try, and the name that was typed. */
  problem?: { text: string; username: string }
}

const shownAccounts = 50

/** The account picker: one click a person who is signed in or seeded, or username and password. */
export function signInPage(page: SignInPage, world: World): EmulatorResponse {
  const { clientName, action, fields = {}, formTargets, loginHint, signedIn, notice, problem } = page
  const username = problem?.username ?? loginHint ?? ''
  const here = new Set(signedIn.map(({ user }) => user.objectId))
  const others = world.store.users.list().filter(({ objectId }) => !here.has(objectId))
  return htmlPage({
    title: `Sign in - ${tenantDisplayName}`,
    formTargets,
    main: html` <h1>Choose an account</h1>
      <p class="quiet">to continue to <b>${clientName}</b> in ${tenantDisplayName}</p>
      ${notice === undefined ? undefined : html`<p>${notice}</p>`}
      ${problem ? html`<p class="problem" role="alert" id="problem"><b>Not signed in.</b> ${problem.text}</p>` : undefined}
      ${signedIn.length === 0 ? undefined : accountList(signedIn.map((each) => signedInButton(each, action, fields)))}
      ${signedIn.length === 0 || others.length === 0 ? undefined : html`<h2>Use another account</h2>`}
      ${accountList(
        hintedFirst(others, loginHint)
          .slice(0, shownAccounts)
          .map((user) => accountButton(user, action, fields)),
      )}
      ${passwordForm({ action, fields, username, problem: problem !== undefined })}
      <div class="actions">
        <form method="post" action="${action}">
          ${hiddenFields(fields)}
          <button class="plain" name="cancel" value="1">Cancel</button>
        </form>
      </div>`,
  })
}

function passwordForm(form: {
  action: string
  fields: Record<string, string>
  username: string
  problem: boolean
}): Html {
  const { action, fields, username, problem } = form
  return html`<details ${username === '' ? undefined : html`open`}>
    <summary>Use a username and password</summary>
    <form method="post" action="${action}">
      ${hiddenFields(fields)}
      <label for="username">Username</label>
      <input
        id="username"
        name="username"
        autocomplete="username"
        spellcheck="false"
        value="${username}"
        required
      />
      <label for="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        ${problem ? html`aria-invalid="true" aria-describedby="problem"` : undefined}
      />
      <div class="actions"><button class="primary">Sign in</button></div>
    </form>
  </details>`
}

function accountList(buttons: Html[]): Html | undefined {
  return buttons.length === 0
    ? undefined
    : html`<ul class="accounts">
        ${buttons}
      </ul>`
}

function signedInButton({ session, user }: SignedIn, action: string, fields: Record<string, string>): Html {
  return button(user, action, { ...fields, account: session.sessionId }, 'signed in')
}

function accountButton(user: User, action: string, fields: Record<string, string>): Html {
  const { username, password, role } = user
  return button(user, action, { username, password, ...fields }, role)
}

function button(
  { displayName, username }: User,
  action: string,
  fields: Record<string, string>,
  label: string,
): Html {
  const [initial = '?'] = displayName
  return html`<li>
    <form method="post" action="${action}">
      ${hiddenFields(fields)}
      <button class="account">
        <span class="initial" aria-hidden="true">${initial}</span>
        <span class="who"
          ><b><bdi>${displayName}</bdi></b
          ><span class="quiet">${username}</span></span
        >
        <span class="role">${label}</span>
      </button>
    </form>
  </li>`
}

function hintedFirst(users: User[], loginHint: string | null): User[] {
  const hinted = users.filter(({ username }) => username === loginHint)
  return [...hinted, ...users.filter((user) => !hinted.includes(user))]
}
