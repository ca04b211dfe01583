/** Keys of trusts that were ticked in the list, on their way to a page that works on them. They are too many for an address. */
let picked: readonly string[] = []

/** `keys`: as the inventory names trusts. They last until the page is loaded anew. */
export function keepPickedTrusts(keys: readonly string[]): void {
  picked = [...keys]
}

export function readPickedTrusts(): readonly string[] {
  return picked
}
