import type { User } from '../../kernel/entities/directory.ts'
import { html, htmlPage, type Html } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDisplayName } from '../../seed.ts'
import type { AuthorizeRequest } from './authorize-request.ts'

export interface SignInPage {
  request: AuthorizeRequest
  /** Address the forms post to: the page's own, with its query. */
  action: string
  /** What was wrong with the last try, and the name that was typed. */
  problem?: { text: string; username: string }
}

/** The account picker: one click a seeded person, or username and password. */
export function signInPage({ request, action, problem }: SignInPage, world: World): EmulatorResponse {
  const { application, redirectUri, loginHint } = request
  const username = problem?.username ?? loginHint ?? ''
  return htmlPage({
    title: `Sign in - ${tenantDisplayName}`,
    formTargets: [new URL(redirectUri).origin],
    main: html` <h1>Choose an account</h1>
      <p class="quiet">to continue to <b>${application.displayName}</b> in ${tenantDisplayName}</p>
      ${problem ? html`<p class="problem" role="alert" id="problem"><b>Not signed in.</b> ${problem.text}</p>` : undefined}
      <ul class="accounts">
        ${hintedFirst(world.store.users.list(), loginHint).map((user) => accountButton(user, action))}
      </ul>
      <details ${username === '' ? undefined : html`open`}>
        <summary>Use a username and password</summary>
        <form method="post" action="${action}">
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
      </details>
      <div class="actions">
        <form method="post" action="${action}">
          <button class="plain" name="cancel" value="1">Cancel</button>
        </form>
      </div>`,
  })
}

function accountButton(user: User, action: string): Html {
  const [initial = '?'] = user.displayName
  return html`<li>
    <form method="post" action="${action}">
      <input type="hidden" name="username" value="${user.username}" />
      <input type="hidden" name="password" value="${user.password}" />
      <button class="account">
        <span class="initial" aria-hidden="true">${initial}</span>
        <span class="who"
          ><b><bdi>${user.displayName}</bdi></b
          ><span class="quiet">${user.username}</span></span
        >
        <span class="role">${user.role}</span>
      </button>
    </form>
  </li>`
}

function hintedFirst(users: User[], loginHint: string | null): User[] {
  const hinted = users.filter(({ username }) => username === loginHint)
  return [...hinted, ...users.filter((user) => !hinted.includes(user))]
}
