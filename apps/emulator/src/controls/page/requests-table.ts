import { html, type Html } from '../../kernel/html.ts'
import type { NumberedRecord } from '../../kernel/request-log.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDomain } from '../../seed.ts'

export interface RequestFilter {
  /** First part of the operation id, or `none` for what nothing answered; empty: all. */
  area: string
  /** `ok`, `refused` (400 to 499) or `failed` (500 and up); empty: all. */
  outcome: string
}

const rowsShown = 40

const areas = [
  ['', 'Every area'],
  ['entra', 'Entra'],
  ['arm', 'ARM'],
  ['graph', 'Graph'],
  ['issuers', 'Issuers'],
  ['github', 'GitHub'],
  ['none', 'Not emulated'],
] as const

const outcomes = [
  ['', 'Every status'],
  ['ok', 'Answered'],
  ['refused', 'Refused, 4xx'],
  ['failed', 'Failed, 5xx'],
] as const

/** The newest requests that fit, with the form that filters them. */
export function requestsSection(world: World, filter: RequestFilter): Html {
  const fitting = world.requests.newest().filter((record) => fits(record, filter))
  return html`<section aria-labelledby="requests-title">
    <div class="head">
      <h2 id="requests-title">Requests</h2>
      <a class="narrow" href="#controls">To the controls</a>
      <form class="filter" action="/_emulator">
        <label>Area ${select('area', areas, filter.area)}</label>
        <label>Status ${select('outcome', outcomes, filter.outcome)}</label>
        <button class="small">Show</button>
        <label id="live-choice" hidden><input type="checkbox" id="live" checked /> Live</label>
      </form>
    </div>
    <div class="table stack requests" id="requests">${rowsOf(fitting, world)}</div>
  </section>`
}

function rowsOf(records: readonly NumberedRecord[], world: World): Html {
  if (records.length === 0) {
    return html`<p class="empty">
      Nothing arrived yet. Point a client at ${world.settings.httpsOrigin} and its requests are listed here.
    </p>`
  }
  return html`<table>
    <thead>
      <tr>
        <th scope="col" class="time">Time</th>
        <th scope="col">Request</th>
        <th scope="col" class="operation">Operation</th>
        <th scope="col" class="caller">Caller</th>
        <th scope="col" class="status">Status</th>
        <th scope="col" class="took">ms</th>
      </tr>
    </thead>
    <tbody>
      ${records.slice(0, rowsShown).map((record) => row(record, world))}
    </tbody>
  </table>`
}

function row(record: NumberedRecord, world: World): Html {
  const { time, method, host, path, operation, caller, status, ms } = record
  const own = [world.settings.httpsOrigin, world.settings.browserOrigin].some(
    (origin) => new URL(origin).hostname === host,
  )
  const shown = `${own ? '' : host}${shortened(decodeURIComponent(path))}`
  return html`<tr>
    <td class="time">${time.slice(11, 19)}</td>
    <td title="${path}">
      <span class="line"><span class="method">${method}</span> <span class="mono">${shown}</span></span>
    </td>
    <td class="operation">${operation ?? 'not emulated'}</td>
    <td class="caller" title="${Object.values(caller ?? {}).join(', ')}">${callerText(record, world)}</td>
    <td class="status"><span class="code${status >= 400 ? ' bad' : ''}">${status}</span></td>
    <td class="took" data-label="Took, ms">${ms.toFixed(1)}</td>
  </tr>`
}

function callerText({ caller }: NumberedRecord, world: World): string {
  if (!caller) return ''
  const { upn, appId, objectId } = caller
  if (upn !== undefined) return upn.endsWith(`@${tenantDomain}`) ? upn.slice(0, upn.indexOf('@')) : upn
  if (appId === undefined) return objectId ?? ''
  const { store } = world
  const name =
    store.applications.get(appId)?.displayName ??
    store.servicePrincipals.by('appId', appId)[0]?.displayName ??
    store.identities.by('clientId', appId)[0]?.name
  return name ?? appId
}

const pathShown = 58

/** GUIDs lose their tail and long paths their middle: what tells two requests apart is at the end. The whole is the tooltip. */
function shortened(path: string): string {
  const short = path.replaceAll(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '$1…')
  if (short.length <= pathShown) return short
  const end = short.slice(10 - pathShown)
  return `${short.slice(0, 9)}…${end.slice(Math.max(0, end.indexOf('/')))}`
}

function fits({ operation, status }: NumberedRecord, { area, outcome }: RequestFilter): boolean {
  const inArea = area === '' || (operation?.split('/')[0] ?? 'none') === area
  const found = status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'ok'
  return inArea && (outcome === '' || outcome === found)
}

export function select(
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
  id?: string,
  describedBy?: string,
): Html {
  return html`<select
    name="${name}"
    ${id === undefined ? undefined : html`id="${id}"`}
    ${describedBy === undefined ? undefined : html`aria-describedby="${describedBy}"`}
  >
    ${options.map(([value, label]) =>
      value === chosen
        ? html`<option value="${value}" selected>${label}</option>`
        : html`<option value="${value}">${label}</option>`,
    )}
  </select>`
}
