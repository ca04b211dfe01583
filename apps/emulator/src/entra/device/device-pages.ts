import type { User } from '../../kernel/entities/directory.ts'
import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { tenantDisplayName } from '../../seed.ts'
import { hiddenFields, personLine } from '../core/page-parts.ts'

/** Asks for the code that the other device shows. */
export function codePage(action: string, page: { typed: string; problem?: string }): EmulatorResponse {
  const { typed, problem } = page
  return htmlPage({
    title: `Enter code - ${tenantDisplayName}`,
    main: html`<h1>Enter code to allow access</h1>
      <p>Once you enter the code displayed on your app or device, it will have access to your account.</p>
      ${
        problem === undefined
          ? undefined
          : html`<p class="problem" role="alert" id="problem"><b>Code not taken.</b> ${problem}</p>`
      }
      <form method="post" action="${action}">
        <label for="user_code">Code</label>
        <input
          id="user_code"
          name="user_code"
          class="mono"
          value="${typed}"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="20"
          required
          autofocus
          ${problem === undefined ? undefined : html`aria-invalid="true" aria-describedby="problem"`}
        />
        <p class="help">Enter codes from sources that you trust only.</p>
        <div class="actions"><button class="primary">Next</button></div>
      </form>`,
  })
}

/** The last question before the device is signed in. */
export function confirmPage(page: {
  action: string
  clientName: string
  user: User
  fields: Record<string, string>
  headers?: Record<string, string>
}): EmulatorResponse {
  const { action, clientName, user, fields, headers } = page
  return htmlPage({
    title: `Confirm - ${tenantDisplayName}`,
    ...(headers ? { headers } : {}),
    main: html`${personLine(user)}
      <h1>Are you trying to sign in to ${clientName}?</h1>
      <p>Only continue if you started this sign-in yourself, on a device of yours.</p>
      <form method="post" action="${action}">
        ${hiddenFields(fields)}
        <div class="actions">
          <button class="primary" name="confirm" value="1">Continue</button>
          <button class="plain" name="cancel" value="1">Cancel</button>
        </div>
      </form>`,
  })
}

export function donePage(title: string, text: string, headers?: Record<string, string>): EmulatorResponse {
  return htmlPage({
    title: `${title} - ${tenantDisplayName}`,
    ...(headers ? { headers } : {}),
    main: html`<h1>${title}</h1>
      <p>${text}</p>`,
  })
}
