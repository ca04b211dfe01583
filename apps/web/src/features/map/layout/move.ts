import type { PlacedMap } from './place-map.ts'

export type MoveKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

const moveKeys: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']

export function isMoveKey(key: string): key is MoveKey {
  return moveKeys.includes(key)
}

/** The node that a key moves to from one: to the sides, the one with the thickest link; null where there is none. */
export function moveFrom({ columns, links }: PlacedMap, id: string, key: MoveKey): string | null {
  const which = columns.findIndex((column) => column.some(({ node }) => node.id === id))
  const column = columns[which]
  if (column === undefined) return null
  const at = column.findIndex(({ node }) => node.id === id)
  if (key === 'Home') return column[0]?.node.id ?? null
  if (key === 'End') return column.at(-1)?.node.id ?? null
  if (key === 'ArrowUp') return at === 0 ? null : (column[at - 1]?.node.id ?? null)
  if (key === 'ArrowDown') return column[at + 1]?.node.id ?? null
  const side = columns[which + (key === 'ArrowLeft' ? -1 : 1)]
  if (side === undefined) return null
  // The thickest comes first.
  for (const { from, to } of links) {
    const other = key === 'ArrowLeft' ? (to === id ? from : null) : from === id ? to : null
    if (other !== null && side.some(({ node }) => node.id === other)) return other
  }
  return side[Math.min(at, side.length - 1)]?.node.id ?? null
}
