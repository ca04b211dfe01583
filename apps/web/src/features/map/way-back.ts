import type { Inventory } from '../../components/inventory/inventory-query.ts'
import { trustKeyOf } from '../../components/trust-key.ts'
import { paths } from '../../paths.ts'
import type { MapModel } from './use-map.ts'
import type { MapAddress } from './use-map-address.ts'

export interface WayBack {
  readonly text: string
  readonly href: string
}

/** To the page of the trust that the address put in focus, or of the only one that goes through what is in focus. */
export function wayBack(
  { rows }: Pick<Inventory, 'rows'>,
  { focus, index, rows: through }: Pick<MapModel, 'focus' | 'index' | 'rows'>,
  address: Pick<MapAddress, 'focus'>,
): WayBack | null {
  if (focus === null) return null
  const asked = address.focus?.toLowerCase()
  const named = rows.find(({ trustKey }) => trustKey === asked)
  if (named !== undefined) return to('Back to the trust', named)
  const [only = -1] = through
  const key = through.length === 1 ? index.rows[only]?.key : undefined
  const one = key === undefined ? undefined : rows.find(({ trustKey }) => trustKey === key)
  return one === undefined ? null : to('Open the trust', one)
}

function to(text: string, { trust }: Inventory['rows'][number]): WayBack {
  return { text, href: paths.trust(trustKeyOf(trust)) }
}
