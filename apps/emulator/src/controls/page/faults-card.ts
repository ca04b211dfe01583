import { html, type Html } from '../../kernel/html.ts'
import type { Fault, FaultEffect, NextLinkFault } from '../../kernel/faults.ts'
import type { World } from '../../kernel/world.ts'
import { actionButton } from './control-cards.ts'
import { select } from './requests-table.ts'

export function faultsCard({ faults }: World): Html {
  const present = faults.list()
  return html`<section class="card" aria-labelledby="faults-title">
    <h2 id="faults-title">Faults</h2>
    ${
      present.length === 0
        ? html`<p>Nothing fails on purpose.</p>`
        : html`<ul class="plain">
              ${present.map(
                (fault) =>
                  html`<li>
                    <span class="what"
                      >${effectText(fault.effect)}<br /><span class="quiet">${reachText(fault)}</span></span
                    >
                    ${actionButton('remove-fault', 'Remove', { id: fault.id })}
                  </li>`,
              )}
            </ul>
            <div class="row">${actionButton('clear-faults', 'Remove all')}</div>`
    }
    <details>
      <summary>Add a fault</summary>
      <form method="post" action="/_emulator">
        <input type="hidden" name="do" value="fault" />
        <label for="fault-kind">What happens</label>
        ${select('kind', kinds, 'throttle', 'fault-kind')}
        <label for="fault-amount">Seconds to wait, for the first two</label>
        <input type="number" id="fault-amount" name="amount" value="5" min="0" max="600" required />
        <div class="pair">
          <div>
            <label for="fault-area">Area</label>
            ${select('area', areas, '', 'fault-area')}
          </div>
          <div>
            <label for="fault-method">Method</label>
            ${select('method', methods, '', 'fault-method')}
          </div>
          <div>
            <label for="fault-reach">How many</label>
            ${select('reach', reaches, 'next', 'fault-reach')}
          </div>
          <div>
            <label for="fault-count">Number</label>
            <input type="number" id="fault-count" name="count" value="1" min="1" max="1000000" required />
          </div>
        </div>
        <label for="fault-path">Path</label>
        <input id="fault-path" name="path" autocomplete="off" aria-describedby="fault-path-help" />
        <p class="help" id="fault-path-help">Empty for every path; * stands for anything.</p>
        <div class="actions"><button class="primary">Add the fault</button></div>
      </form>
    </details>
  </section>`
}

const kinds = [
  ['throttle', '429, with Retry-After'],
  ['latency', 'A late answer'],
  ['unavailable', '503, service unavailable'],
  ['broken', '500, internal error'],
  ['drop-before', 'The connection drops, nothing was done'],
  ['drop-after', 'The connection drops after it was done'],
  ['truncate', 'The answer breaks off in the middle'],
  ['repeat-page', 'A page of a list leads to itself'],
  ['lose-page', 'A page of a list has no link to the next'],
  ['expire-page', 'The link to the next page has expired'],
  ['challenge', '401, a second factor is demanded (ARM, Graph)'],
] as const

const areas = [
  ['', 'Every area'],
  ['entra', 'Entra'],
  ['arm', 'ARM'],
  ['graph', 'Graph'],
  ['issuers', 'Issuers'],
  ['github', 'GitHub'],
] as const

const methods = [
  ['', 'Every method'],
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => [method, method] as const),
] as const

const reaches = [
  ['next', 'The next requests'],
  ['rate', 'Percent of them'],
] as const

function effectText(effect: FaultEffect): string {
  if ('status' in effect) return `${effect.status} ${effect.code}`
  if ('latencyMs' in effect) return `${effect.latencyMs} ms late`
  if ('truncateBody' in effect) return 'The answer breaks off'
  if ('claimsChallenge' in effect)
    return `401, a ${effect.claimsChallenge === true ? 'second factor' : 'newer token'} is demanded`
  if ('nextLink' in effect) return nextLinkTexts[effect.nextLink]
  return effect.when === 'after' ? 'The connection drops after it was done' : 'The connection drops'
}

const nextLinkTexts: Record<NextLinkFault, string> = {
  repeats: 'A page leads to itself',
  missing: 'A page has no link to the next',
  expired: 'The link to the next page has expired',
}

function reachText({ match, mode, hits }: Fault): string {
  const what = [match.operation, match.area, match.method, match.pathPrefix, match.pathPattern, match.caller]
  const where = what.filter((part) => part !== undefined).join(' ')
  const reach = 'next' in mode ? `${mode.next - hits} to come` : `${Math.round(mode.rate * 100)} percent`
  return `${where === '' ? 'every request' : where}; ${reach}, ${hits} struck`
}
