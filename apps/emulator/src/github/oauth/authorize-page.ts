import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { githubApp, githubTokens } from '../../seed-github.ts'

/** One page for GitHub's sign-in and its consent: who the person is, and whether the app may read. */
export function authorizePage(action: string, formTarget: string): EmulatorResponse {
  const people = Object.values(githubTokens)
  return htmlPage({
    title: `Authorize ${githubApp.name}`,
    formTargets: [formTarget],
    main: html`<h1>Authorize ${githubApp.name}</h1>
      <p class="quiet">It wants to read repositories, their environments and their OIDC settings.</p>
      <form method="post" action="${action}">
        ${people.map(
          ({ login, administers }, index) =>
            html`<p class="check">
              <input
                type="radio"
                id="${login}"
                name="login"
                value="${login}"
                ${index === 0 ? html`checked` : undefined}
              />
              <label for="${login}"
                >${login}
                <span class="quiet"
                  >${administers.length === 0 ? 'sees what is public' : administers.join(', ')}</span
                ></label
              >
            </p>`,
        )}
        <div class="actions">
          <button class="primary" name="authorize" value="1">Authorize</button>
          <button class="plain" name="authorize" value="0">Cancel</button>
        </div>
      </form>`,
  })
}

/** (u) */
export function unknownClientPage(): EmulatorResponse {
  return htmlPage({
    status: 404,
    title: 'Page not found',
    main: html`<h1>Page not found</h1>
      <p>
        GitHub knows no app with this client_id. Here it is <span class="mono">${githubApp.clientId}</span>.
      </p>`,
  })
}
