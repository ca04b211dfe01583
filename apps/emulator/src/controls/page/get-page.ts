import { html } from '../../kernel/html.ts'
import type { EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDisplayName } from '../../seed.ts'
import { consolePage } from './console-page.ts'
import { clockCard, keysCard, seedCard, snapshotsCard } from './control-cards.ts'
import { faultsCard } from './faults-card.ts'
import { doneTexts } from './page-actions.ts'
import { realityCard } from './reality-card.ts'
import { requestsSection } from './requests-table.ts'
import { tenantTiles } from './tenant-tiles.ts'

export const getPage: Operation = {
  id: 'controls/get-page',
  method: 'GET',
  path: '/_emulator',
  summary: 'Page that shows the tenant, the requests that arrived and the controls',
  source: 'the emulator itself',
  handle: ({ query }, world) => controlsPage(world, query),
}

/** `problem` says why what was asked for was not done. */
export function controlsPage(world: World, query: URLSearchParams, problem?: string): EmulatorResponse {
  const done = doneTexts[query.get('done') ?? '']
  return consolePage(world, {
    title: 'Trustwright emulator',
    place: '/_emulator',
    scriptFile: '/_emulator/live.js',
    ...(problem === undefined ? {} : { status: 400 }),
    main: html`<h1>${tenantDisplayName}</h1>
      <p class="quiet">
        Tenant <span class="mono">${world.settings.tenantId}</span> at ${world.settings.httpsOrigin}
      </p>
      ${
        problem === undefined
          ? undefined
          : html`<p class="problem" role="alert"><b>Nothing was changed.</b> ${problem}</p>`
      }
      ${done === undefined ? undefined : html`<p class="note" role="status">${done}</p>`}
      ${tenantTiles(world)}
      <div class="split">
        ${requestsSection(world, { area: query.get('area') ?? '', outcome: query.get('outcome') ?? '' })}
        <div id="controls">
          ${realityCard(world)} ${faultsCard(world)} ${clockCard(world)} ${snapshotsCard(world)} ${seedCard()}
          ${keysCard()}
        </div>
      </div>`,
  })
}
