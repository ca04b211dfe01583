import { html, htmlPage } from '../kernel/html.ts'
import type { Operation } from '../kernel/operation.ts'
import { tenantDisplayName } from '../seed.ts'

export const getHome: Operation = {
  id: 'controls/get-home',
  method: 'GET',
  path: '/',
  summary: 'Page that says what this is and where things are',
  source: 'the emulator itself',
  handle: (_request, world) => {
    const { tenantId, httpsOrigin, browserOrigin, portalOrigin, caPath } = world.settings
    const discovery = `${browserOrigin}/${tenantId}/v2.0/.well-known/openid-configuration`
    return htmlPage({
      title: 'Trustwright emulator',
      wide: true,
      main: html`<h1>Trustwright emulator</h1>
        <p class="quiet">
          A local Entra ID, Azure Resource Manager and Microsoft Graph, with outside issuers, for the tenant
          ${tenantDisplayName}. What it does not imitate, it answers with 501.
        </p>
        <h2>Where things are</h2>
        <dl>
          <dt>Portal</dt>
          <dd><a href="${portalOrigin}">${portalOrigin}</a></dd>
          <dt>Sign-in, pages</dt>
          <dd>${browserOrigin}</dd>
          <dt>Tokens, ARM, Graph</dt>
          <dd>${httpsOrigin}</dd>
          <dt>Tenant ID</dt>
          <dd class="mono">${tenantId}</dd>
          <dt>CA certificate</dt>
          <dd class="mono">${caPath}</dd>
        </dl>
        <h2>For people</h2>
        <ul>
          <li><a href="/issuers/sample">Sample token</a> of GitHub Actions or of a cluster</li>
        </ul>
        <h2>For programs</h2>
        <ul>
          <li><a href="/_emulator/tenant">/_emulator/tenant</a>: accounts, clients and addresses as JSON</li>
          <li><a href="/_emulator/health">/_emulator/health</a></li>
          <li><a href="${discovery}">OpenID Connect discovery</a></li>
        </ul>
        <h2>Accounts</h2>
        <dl>
          ${world.store.users.list().map(
            ({ username, password, role }) =>
              html`<dt>${role}</dt>
                <dd>${username}<br /><span class="quiet mono">${password}</span></dd>`,
          )}
        </dl>`,
    })
  },
}
