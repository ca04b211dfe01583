/** How much of the room each gets: small ones get all they need, and large ones share what is left. */
export function roomOf(sizes: readonly number[], room: number): readonly number[] {
  const given = sizes.map(() => 0)
  let left = room
  const smallFirst = sizes.map((size, at) => ({ size, at })).toSorted((a, b) => a.size - b.size)
  smallFirst.forEach(({ size, at }, turn) => {
    given[at] = Math.min(size, Math.floor(left / (smallFirst.length - turn)))
    left -= given[at] ?? 0
  })
  return given
}
