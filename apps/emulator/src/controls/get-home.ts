import { html } from '../kernel/html.ts'
import type { Operation } from '../kernel/operation.ts'
import { tenantDisplayName } from '../seed.ts'
import { consolePage } from './page/console-page.ts'

export const getHome: Operation = {
  id: 'controls/get-home',
  method: 'GET',
  path: '/',
  summary: 'Page that says what this is and where things are',
  source: 'the emulator itself',
  handle: (_request, world) => {
    const { tenantId, httpsOrigin, browserOrigin, portalOrigin, caPath } = world.settings
    const discovery = `${browserOrigin}/${tenantId}/v2.0/.well-known/openid-configuration`
    return consolePage(world, {
      title: 'Addresses - Trustwright emulator',
      place: '/',
      main: html`<h1>Trustwright emulator</h1>
        <p class="quiet">
          A local Entra ID, Azure Resource Manager and Microsoft Graph, with outside issuers, for the tenant
          ${tenantDisplayName}. What it does not imitate, it answers with 501.
        </p>
        <div class="cards">
          <section class="card">
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
          </section>
          <section class="card">
            <h2>For people</h2>
            <ul>
              <li>
                <a href="/_emulator">Requests and controls</a>: what arrived, and what of Azure's behaviour is
                switched on
              </li>
              <li>
                <a href="/_emulator/browse">The tenant</a>: subscriptions, identities, applications and their
                trusts
              </li>
              <li>
                <a href="/issuers/sample">Sample token</a> of GitHub Actions, a cluster or another platform
              </li>
            </ul>
          </section>
          <section class="card">
            <h2>For programs</h2>
            <ul>
              <li>
                <a href="/_emulator/tenant">/_emulator/tenant</a>: accounts, clients and addresses as JSON
              </li>
              <li><a href="/_emulator/health">/_emulator/health</a></li>
              <li><a href="${discovery}">OpenID Connect discovery</a></li>
            </ul>
          </section>
          <section class="card">
            <h2>Accounts</h2>
            <dl>
              ${world.store.users.list().map(
                ({ username, password, role }) =>
                  html`<dt>${role}</dt>
                    <dd>${username}<br /><span class="quiet mono">${password}</span></dd>`,
              )}
            </dl>
          </section>
        </div>`,
    })
  },
}
