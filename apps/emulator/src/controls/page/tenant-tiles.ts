import { html, type Html } from '../../kernel/html.ts'
import type { World } from '../../kernel/world.ts'

/** How much of what the tenant holds; each leads to where it can be looked through. */
export function tenantTiles({ store, settings }: World): Html {
  const own = store.subscriptions.list().filter(({ tenantId }) => tenantId === settings.tenantId)
  const tiles = [
    ['Subscriptions', own.length, '/_emulator/browse'],
    ['Resource groups', store.resourceGroups.size(), '/_emulator/browse'],
    ['Managed identities', store.identities.size(), '/_emulator/browse'],
    ['Applications', store.applications.size(), '/_emulator/browse/applications'],
    ['Trusts', store.credentials.size(), '/_emulator/browse'],
    ['People', store.users.size(), '/_emulator/browse/people'],
    ['Role assignments', store.roleAssignments.size(), '/_emulator/browse'],
  ] as const
  return html`<ul class="counts" id="tiles">
    ${tiles.map(
      ([name, count, address]) =>
        html`<li>
          <a href="${address}"><b>${count.toLocaleString('en')}</b> <span>${name}</span></a>
        </li>`,
    )}
  </ul>`
}
