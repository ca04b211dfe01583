import { html, type Html } from '../../kernel/html.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { consolePage } from './console-page.ts'

export const rowsOnPage = 50

interface BrowsePage {
  title: string
  /** Addresses of the pages above this one. */
  above: readonly { address: string; name: string }[]
  about?: Html
  columns: readonly { name: string; number?: boolean; wide?: boolean }[]
  rows: readonly (readonly (Html | string | number)[])[]
  /** What stands there when there are no rows. */
  empty: string
  paging?: { address: string; page: number; total: number }
}

/** A page of the tenant: where it is, a table, and the way to the next rows. */
export function browsePage(world: World, page: BrowsePage): EmulatorResponse {
  const { title, above, about, columns, rows, empty, paging } = page
  return consolePage(world, {
    title: `${title} - Trustwright emulator`,
    place: '/_emulator/browse',
    main: html`<nav class="crumbs" aria-label="Above this page">
        ${above.map(({ address, name }) => html`<a href="${address}">${name}</a> / `)}
      </nav>
      <h1>${title}</h1>
      ${about}
      <div class="table stack">
        ${rows.length === 0 ? html`<p class="empty">${empty}</p>` : table(columns, rows)}
      </div>
      ${paging === undefined ? undefined : pager(paging)}`,
  })
}

function table(columns: BrowsePage['columns'], rows: BrowsePage['rows']): Html {
  return html`<table>
    <thead>
      <tr>
        ${columns.map(
          ({ name, number, wide }) =>
            html`<th scope="col" class="${number === true ? 'number' : wide === true ? 'wide' : ''}">
              ${name}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, index) => bodyCell(cell, columns[index]))}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function bodyCell(cell: Html | string | number, column: BrowsePage['columns'][number] | undefined): Html {
  const label = column?.name ?? ''
  if (column?.number === true) return html`<td class="number" data-label="${label}">${cell}</td>`
  return html`<td data-label="${label}">${cell}</td>`
}

function pager({ address, page, total }: { address: string; page: number; total: number }): Html {
  const last = Math.max(1, Math.ceil(total / rowsOnPage))
  const to = (number: number) => `${address}${address.includes('?') ? '&' : '?'}page=${number}`
  return html`<p class="row">
    <span>${total.toLocaleString('en')} in all, page ${page} of ${last}</span>
    ${page > 1 ? html`<a href="${to(page - 1)}">Page before</a>` : undefined}
    ${page < last ? html`<a href="${to(page + 1)}">Next page</a>` : undefined}
  </p>`
}

/** The page asked for, from 1; anything else than a number is the first. */
export function pageNumber(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 ? page : 1
}

export function rowsOf<T>(all: readonly T[], page: number): T[] {
  return all.slice((page - 1) * rowsOnPage, page * rowsOnPage)
}

export function mono(text: string): Html {
  return html`<span class="mono">${text}</span>`
}
