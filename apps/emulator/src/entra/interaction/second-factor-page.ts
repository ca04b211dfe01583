import type { User } from '../../kernel/entities/directory.ts'
import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { tenantDisplayName } from '../../seed.ts'
import { hiddenFields, personLine } from '../core/page-parts.ts'
import { secondFactorCode } from '../core/second-factor.ts'

export interface SecondFactorPage {
  user: User
  action: string
  fields: Record<string, string>
  formTargets: readonly string[]
  /** The code typed last was another one. */
  wrong?: boolean
  headers?: Record<string, string>
}

/** Asks for the six digits that an authenticator app would show; here the page shows them. */
export function secondFactorPage(page: SecondFactorPage): EmulatorResponse {
  const { user, action, fields, formTargets, wrong = false, headers } = page
  return htmlPage({
    title: `Enter code - ${tenantDisplayName}`,
    formTargets,
    ...(headers ? { headers } : {}),
    main: html`${personLine(user)}
      <h1>Enter code</h1>
      <p>Your organization needs more proof of who you are. Enter the code of your authenticator app.</p>
      ${
        wrong
          ? html`<p class="problem" role="alert" id="problem">
              <b>Not signed in.</b> That code is another one (AADSTS500121). Enter the six digits below.
            </p>`
          : undefined
      }
      <form method="post" action="${action}">
        ${hiddenFields({ ...fields, step: 'verify' })}
        <label for="code">Code</label>
        <input
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="6"
          required
          autofocus
          ${wrong ? html`aria-invalid="true" aria-describedby="problem"` : undefined}
        />
        <p class="help">
          Local accounts have no authenticator: the code of this one is always
          <b class="mono">${secondFactorCode(user)}</b>.
        </p>
        <div class="actions">
          <button class="primary">Verify</button>
          <button class="plain" name="cancel" value="1" formnovalidate>Cancel</button>
        </div>
      </form>`,
  })
}
