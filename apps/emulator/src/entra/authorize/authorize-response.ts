import { html, htmlPage } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { formTargetOf } from '../core/page-parts.ts'
import type { AuthorizeTarget } from './authorize-request.ts'

const submitScript = 'document.forms[0].submit()'

/** Sends fields to the client by the response mode asked for, with the state given. */
export function answerClient(
  target: AuthorizeTarget,
  fields: Record<string, string>,
  cookie?: string,
): EmulatorResponse {
  const { redirectUri, responseMode, state } = target
  const all = { ...fields, ...(state === null ? {} : { state }) }
  const headers = { 'cache-control': 'no-store', ...(cookie ? { 'set-cookie': cookie } : {}) }
  if (responseMode === 'form_post') {
    return htmlPage({
      title: 'Working',
      formTargets: [formTargetOf(redirectUri)],
      script: submitScript,
      headers,
      main: html`<h1>Signing in</h1>
        <form method="post" action="${redirectUri}">
          ${Object.entries(all).map(
            ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
          )}
          <div class="actions"><button class="primary">Continue</button></div>
        </form>`,
    })
  }
  const location = new URL(redirectUri)
  if (responseMode === 'fragment') location.hash = new URLSearchParams(all).toString()
  else for (const [name, value] of Object.entries(all)) location.searchParams.set(name, value)
  return { status: 302, headers: { ...headers, location: location.href } }
}
