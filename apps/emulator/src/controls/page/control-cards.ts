import { html, type Html } from '../../kernel/html.ts'
import { listSnapshots } from '../../kernel/snapshots.ts'
import type { World } from '../../kernel/world.ts'
import { duration } from './console-page.ts'

/** A button that does one thing; `fields` say what with. */
export function actionButton(
  action: string,
  text: string,
  fields: Record<string, string> = {},
  look = 'small',
): Html {
  return html`<form method="post" action="/_emulator" class="inline">
    <input type="hidden" name="do" value="${action}" />
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="${look}">${text}</button>
  </form>`
}

export function clockCard({ clock }: World): Html {
  const offset = clock.offset()
  return html`<section class="card" aria-labelledby="clock-title">
    <h2 id="clock-title">Clock</h2>
    <p>
      ${
        offset === 0
          ? 'The tenant keeps the time of this machine.'
          : `The tenant is ${duration(Math.abs(offset))} ${offset > 0 ? 'ahead of' : 'behind'} this machine.`
      }
    </p>
    <div class="row">
      ${actionButton('advance', '1 min on', { seconds: '60' })}
      ${actionButton('advance', '1 h on', { seconds: '3600' })}
      ${actionButton('advance', '1 day on', { seconds: '86400' })}
      ${offset === 0 ? undefined : actionButton('clock-reset', 'Back to now')}
    </div>
  </section>`
}

export function snapshotsCard(world: World): Html {
  const snapshots = listSnapshots(world)
  return html`<section class="card" aria-labelledby="snapshots-title">
    <h2 id="snapshots-title">Snapshots</h2>
    ${
      snapshots.length === 0
        ? html`<p>Keep the tenant as it is, and come back to it later.</p>`
        : html`<ul class="plain">
            ${snapshots.map(
              ({ name, savedAt, bytes }) =>
                html`<li>
                  <span class="what"
                    >${name}<br /><span class="quiet"
                      >${new Date(savedAt).toISOString().slice(0, 16).replace('T', ' ')},
                      ${Math.ceil(bytes / 1024)} KiB</span
                    ></span
                  >
                  ${actionButton('restore', 'Restore', { name })}
                  ${actionButton('forget-snapshot', 'Delete', { name })}
                </li>`,
            )}
          </ul>`
    }
    <form method="post" action="/_emulator">
      <input type="hidden" name="do" value="snapshot" />
      <label for="snapshot-name">Name</label>
      <div class="row">
        <input
          id="snapshot-name"
          name="name"
          required
          pattern="[a-z0-9][a-z0-9\\-]{0,63}"
          title="Lower-case letters, digits and hyphens"
          autocomplete="off"
        />
        <button class="small">Save</button>
      </div>
    </form>
  </section>`
}

export function seedCard(): Html {
  return html`<section class="card" aria-labelledby="seed-title">
    <h2 id="seed-title">Seed</h2>
    <p>Adds identities and applications with trusts. The same numbers give the same ones.</p>
    <details>
      <summary>Add many</summary>
      <form method="post" action="/_emulator">
        <input type="hidden" name="do" value="seed" />
        <div class="pair">
          ${numberField('identities', 'Identities', 1000, 50_000)}
          ${numberField('applications', 'Applications', 100, 50_000)}
          ${numberField('credentialsEach', 'Trusts of each', 2, 20)}
          ${numberField('seed', 'Number of the seed', 1, 999_999)}
        </div>
        <div class="actions"><button class="primary">Add to the tenant</button></div>
      </form>
    </details>
    <div class="row">${actionButton('reset', 'Reset everything', {}, 'small danger')}</div>
    <p class="help">Tenant, switches, faults and clock as after the first start. Keys and snapshots stay.</p>
  </section>`
}

export function keysCard(): Html {
  return html`<section class="card" aria-labelledby="keys-title">
    <h2 id="keys-title">Sign-ins and keys</h2>
    <div class="row">
      ${actionButton('sign-out-all', 'Sign everybody out')}
      ${actionButton('rotate', 'Rotate the signing key')}
      ${actionButton('forget-keys', 'Forget keys of issuers')}
    </div>
  </section>`
}

function numberField(name: string, label: string, value: number, most: number): Html {
  return html`<div>
    <label for="seed-${name}">${label}</label>
    <input type="number" id="seed-${name}" name="${name}" value="${value}" min="0" max="${most}" required />
  </div>`
}
