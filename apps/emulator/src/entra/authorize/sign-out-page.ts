import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { tenantDisplayName } from '../../seed.ts'
import type { SignedIn } from '../interaction/sessions.ts'

/** Several people are signed in and nothing says who signs out. */
export function signOutPage(page: {
  action: string
  sessions: readonly SignedIn[]
  formTargets: readonly string[]
}): EmulatorResponse {
  const { action, sessions, formTargets } = page
  return htmlPage({
    title: `Sign out - ${tenantDisplayName}`,
    formTargets,
    main: html`<h1>Which account do you want to sign out of?</h1>
      <ul class="accounts">
        ${sessions.map(({ session, user }) => {
          const [initial = '?'] = user.displayName
          return html`<li>
            <form method="post" action="${action}">
              <input type="hidden" name="account" value="${session.sessionId}" />
              <button class="account">
                <span class="initial" aria-hidden="true">${initial}</span>
                <span class="who"
                  ><b><bdi>${user.displayName}</bdi></b
                  ><span class="quiet">${user.username}</span></span
                >
              </button>
            </form>
          </li>`
        })}
      </ul>
      <form method="post" action="${action}">
        <div class="actions">
          <button class="plain" name="account" value="all">Sign out of all accounts</button>
        </div>
      </form>`,
  })
}
