import { html, htmlPage, type Html } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { consoleStyle } from './console-style.ts'

const places = [
  ['/_emulator', 'Requests and controls'],
  ['/_emulator/browse', 'Tenant'],
  ['/issuers/sample', 'Sample token'],
  ['/', 'Addresses'],
] as const

/** A page of the emulator's own under the bar that leads to the others. */
export function consolePage(
  world: World,
  page: {
    title: string
    place: (typeof places)[number][0]
    main: Html
    status?: number
    scriptFile?: string
  },
): EmulatorResponse {
  const { place, ...rest } = page
  const now = new Date(world.clock.now()).toISOString()
  const header = html`<header class="bar">
    <b>Trustwright emulator</b>
    <nav aria-label="Pages">
      ${places.map(([address, name]) =>
        address === place
          ? html`<a href="${address}" aria-current="page">${name}</a>`
          : html`<a href="${address}">${name}</a>`,
      )}
    </nav>
    <span class="when" id="when">${clockText(now, world.clock.offset())}</span>
  </header> `
  return htmlPage({ ...rest, wide: true, frame: { header, style: consoleStyle } })
}

function clockText(now: string, offset: number): string {
  const time = `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`
  return offset === 0 ? time : `${time}, ${offset > 0 ? 'ahead' : 'behind'} by ${duration(Math.abs(offset))}`
}

/** `2 d 3 h`, `5 min`, `12 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const told = parts.filter(([count]) => count > 0).slice(0, 2)
  return told.length === 0 ? '0 s' : told.map(([count, unit]) => `${count} ${unit}`).join(' ')
}
