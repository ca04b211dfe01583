import { useMemo } from 'react'
import { AppLink } from '../../../components/app-link.tsx'
import { RowTable, type TableColumn } from '../../../components/row-table.tsx'
import { shorten } from '../../../lib/shorten.ts'
import { count } from '../../../lib/words.ts'
import type { Lens } from '../map-words.ts'
import { twinRows, type TwinRow } from '../model/twin-rows.ts'
import type { ShownNode } from '../model/map-view.ts'
import type { MapModel } from '../use-map.ts'
import { LensValue, RiskValue } from './lens-value.tsx'

interface MapTwinProps {
  readonly model: MapModel
  readonly lens: Lens
  /** Address of the map with this node in focus. */
  readonly hrefOf: (id: string) => string
}

/** The page of a trust has a longer one whole. */
const longestDetail = 80

/** The map as a table: a row for every way through it. */
export function MapTwin({ model, lens, hrefOf }: MapTwinProps) {
  const { index, rows, shown, view } = model
  const ways = useMemo(() => twinRows(index, rows, shown, view), [index, rows, shown, view])
  const cell = (node: ShownNode) => (
    <>
      {node.isRest ? (
        node.label
      ) : (
        <AppLink href={hrefOf(node.id)}>{shorten(node.label, longestDetail)}</AppLink>
      )}
      {node.detail !== '' && node.detail !== node.label && ` · ${shorten(node.detail, longestDetail)}`}
    </>
  )
  const columns: readonly TableColumn<TwinRow>[] = [
    { title: 'Issuer', width: '17%', label: true, cell: ({ issuer }) => cell(issuer) },
    { title: 'Subject', width: '24%', label: true, cell: ({ subject }) => cell(subject) },
    { title: 'Identity', width: '20%', label: true, cell: ({ identity }) => cell(identity) },
    { title: 'Access', label: true, cell: ({ access }) => cell(access) },
    { title: 'Trusts', width: '8%', label: true, cell: ({ trusts }) => count(trusts) },
    {
      title: 'Risk',
      width: '11%',
      label: true,
      cell: (way) => lensCell(way, lens),
    },
  ]
  const last = columns.at(-1)
  const titled =
    lens === 'risk' || last === undefined
      ? columns
      : [...columns.slice(0, -1), { ...last, title: lens === 'owner' ? 'Owner' : 'Platform' }]
  return <RowTable label="Ways through the map" columns={titled} rows={ways} />
}

function lensCell({ risk, identity }: TwinRow, lens: Lens) {
  return lens === 'risk' ? <RiskValue risk={risk} /> : <LensValue node={identity} lens={lens} />
}
