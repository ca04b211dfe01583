import { html } from '../../kernel/html.ts'
import type { EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { browsePage, mono, pageNumber, rowsOf } from './browse-table.ts'
import { trustColumns, trustRow } from './trust-rows.ts'

const root = { address: '/_emulator/browse', name: 'Tenant' }

export const getBrowse: Operation = {
  id: 'controls/get-browse',
  method: 'GET',
  path: '/_emulator/browse',
  summary:
    'Page to look through the tenant: subscriptions, groups, identities and their trusts (`at`: a resource id)',
  source: 'the emulator itself',
  handle: ({ query }, world) => {
    const at = (query.get('at') ?? '').toLowerCase()
    const page = pageNumber(query)
    const { store } = world
    if (store.identities.get(at)) return trustsPage(world, at)
    if (store.resourceGroups.get(at)) return identitiesPage(world, at, page)
    if (at.startsWith('/subscriptions/')) return groupsPage(world, at.slice('/subscriptions/'.length), page)
    return subscriptionsPage(world)
  },
}

function addressOf(resourceId: string): string {
  return `/_emulator/browse?at=${encodeURIComponent(resourceId)}`
}

function subscriptionsPage(world: World): EmulatorResponse {
  const { store } = world
  return browsePage(world, {
    title: 'Tenant',
    above: [],
    about: html`<p>
      <a href="/_emulator/browse/applications">Applications</a> ·
      <a href="/_emulator/browse/people">People</a>
    </p>`,
    columns: [
      { name: 'Subscription' },
      { name: 'ID' },
      { name: 'Groups', number: true },
      { name: 'Identities', number: true },
    ],
    rows: store.subscriptions
      .list()
      .map(({ subscriptionId, displayName, tenantId }) => [
        html`<a href="${addressOf(`/subscriptions/${subscriptionId}`)}">${displayName}</a>${
            tenantId === world.settings.tenantId ? undefined : ', of another directory'
          }`,
        mono(subscriptionId),
        store.resourceGroups.by('subscription', subscriptionId.toLowerCase()).length,
        store.identities.by('subscription', subscriptionId.toLowerCase()).length,
      ]),
    empty: 'The tenant has no subscription.',
  })
}

function groupsPage(world: World, subscriptionId: string, page: number): EmulatorResponse {
  const { store } = world
  const groups = store.resourceGroups.by('subscription', subscriptionId)
  const address = addressOf(`/subscriptions/${subscriptionId}`)
  return browsePage(world, {
    title: store.subscriptions.get(subscriptionId)?.displayName ?? 'No such subscription',
    above: [root],
    columns: [{ name: 'Resource group' }, { name: 'Location' }, { name: 'Identities', number: true }],
    rows: rowsOf(groups, page).map(({ name, location }) => [
      html`<a href="${addressOf(`/subscriptions/${subscriptionId}/resourcegroups/${name}`)}">${name}</a>`,
      location,
      store.identities.by('group', `${subscriptionId}/${name}`.toLowerCase()).length,
    ]),
    empty: 'The subscription has no resource group.',
    paging: { address, page, total: groups.length },
  })
}

function identitiesPage(world: World, groupId: string, page: number): EmulatorResponse {
  const { store } = world
  const [, , subscriptionId = '', , name = ''] = groupId.split('/')
  const identities = store.identities.by('group', `${subscriptionId}/${name}`)
  return browsePage(world, {
    title: store.resourceGroups.get(groupId)?.name ?? name,
    above: [root, aboveGroup(world, subscriptionId)],
    columns: [
      { name: 'Managed identity' },
      { name: 'Client ID' },
      { name: 'Location' },
      { name: 'Trusts', number: true },
    ],
    rows: rowsOf(identities, page).map((identity) => {
      const id = `${groupId}/providers/microsoft.managedidentity/userassignedidentities/${identity.name.toLowerCase()}`
      return [
        html`<a href="${addressOf(id)}">${identity.name}</a>`,
        mono(identity.clientId),
        identity.location,
        store.credentials.by('parent', id).length,
      ]
    }),
    empty: 'The group has no managed identity.',
    paging: { address: addressOf(groupId), page, total: identities.length },
  })
}

function trustsPage(world: World, identityId: string): EmulatorResponse {
  const { store } = world
  const identity = store.identities.get(identityId)
  const [, , subscriptionId = '', , group = ''] = identityId.split('/')
  const groupId = `/subscriptions/${subscriptionId}/resourcegroups/${group}`
  return browsePage(world, {
    title: identity?.name ?? '',
    above: [root, aboveGroup(world, subscriptionId), { address: addressOf(groupId), name: group }],
    about: html`<dl>
      <dt>Client ID</dt>
      <dd class="mono">${identity?.clientId}</dd>
      <dt>Principal ID</dt>
      <dd class="mono">${identity?.principalId}</dd>
    </dl>`,
    columns: trustColumns,
    rows: store.credentials.by('parent', identityId).map(trustRow),
    empty: 'Nothing outside may sign in as this identity.',
  })
}

function aboveGroup({ store }: World, subscriptionId: string) {
  return {
    address: addressOf(`/subscriptions/${subscriptionId}`),
    name: store.subscriptions.get(subscriptionId)?.displayName ?? subscriptionId,
  }
}
