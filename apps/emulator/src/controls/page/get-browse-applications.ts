import { html } from '../../kernel/html.ts'
import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import type { EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { browsePage, mono, pageNumber, rowsOf } from './browse-table.ts'
import { trustColumns, trustRow } from './trust-rows.ts'

const address = '/_emulator/browse/applications'
const root = { address: '/_emulator/browse', name: 'Tenant' }

export const getBrowseApplications: Operation = {
  id: 'controls/get-browse-applications',
  method: 'GET',
  path: address,
  summary: 'Page to look through applications and their trusts (`of`: an application id)',
  source: 'the emulator itself',
  handle: ({ query }, world) => {
    const of = query.get('of')
    return of === null ? applicationsPage(world, pageNumber(query)) : trustsPage(world, of)
  },
}

function applicationsPage(world: World, page: number): EmulatorResponse {
  const applications = world.store.applications.list()
  return browsePage(world, {
    title: 'Applications',
    above: [root],
    columns: [
      { name: 'Application' },
      { name: 'Application ID' },
      { name: 'Sign-in audience' },
      { name: 'Trusts', number: true },
    ],
    rows: rowsOf(applications, page).map(({ appId, objectId, displayName, signInAudience }) => [
      html`<a href="${address}?of=${appId}">${displayName}</a>`,
      mono(appId),
      signInAudience,
      world.store.credentials.by('parent', applicationKey(objectId)).length,
    ]),
    empty: 'The tenant has no application.',
    paging: { address, page, total: applications.length },
  })
}

function trustsPage(world: World, appId: string): EmulatorResponse {
  const application = world.store.applications.get(appId)
  const trusts = application ? world.store.credentials.by('parent', applicationKey(application.objectId)) : []
  return browsePage(world, {
    title: application?.displayName ?? 'No such application',
    above: [root, { address, name: 'Applications' }],
    about: html`<dl>
      <dt>Application ID</dt>
      <dd class="mono">${appId}</dd>
      <dt>Object ID</dt>
      <dd class="mono">${application?.objectId}</dd>
      <dt>Redirect addresses</dt>
      <dd class="mono">
        ${Object.values(application?.redirectUris ?? {})
          .flat()
          .join(', ')}
      </dd>
    </dl>`,
    columns: trustColumns,
    rows: trusts.map(trustRow),
    empty: 'Nothing outside may sign in as this application.',
  })
}
