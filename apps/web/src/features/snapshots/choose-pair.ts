import type { InventorySnapshot } from '@trustwright/shared-schemas'

type Numbered = Pick<InventorySnapshot, 'number'>

/** The two snapshots that an address asks for, or the newest two; null where there are not two. */
export function choosePair(
  snapshots: readonly Numbered[],
  wanted: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly from: number; readonly to: number } | null {
  const numbers = snapshots.map(({ number }) => number).toSorted((a, b) => b - a)
  const to = find(numbers, wanted.to) ?? numbers[0]
  if (to === undefined) return null
  const asked = find(numbers, wanted.from)
  const near = numbers.find((number) => number < to) ?? numbers.findLast((number) => number > to)
  const from = asked === undefined || asked === to ? near : asked
  if (from === undefined) return null
  return from < to ? { from, to } : { from: to, to: from }
}

/** What an address asks for and nobody keeps. */
export function missingOf(
  snapshots: readonly Numbered[],
  wanted: { readonly from?: string | undefined; readonly to?: string | undefined },
): readonly string[] {
  return [wanted.from, wanted.to].flatMap((text) =>
    text === undefined || snapshots.some(({ number }) => String(number) === text) ? [] : [text],
  )
}

function find(numbers: readonly number[], text: string | undefined): number | undefined {
  return numbers.find((number) => String(number) === text)
}
