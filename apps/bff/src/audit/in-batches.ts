interface Waiting<Item> {
  readonly item: Item
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Hands on together, in their order, whatever comes while the work before is under way. What fails together is tried one by
 * one, so that each hears of its own fault alone; a fault for which `isShared` holds is told to all at once.
 */
export function inBatches<Item>(
  work: (items: readonly Item[]) => Promise<void>,
  { most, isShared }: { readonly most: number; readonly isShared: (error: unknown) => boolean },
): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = []
  let isWorking = false

  async function settle(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await work(batch.map(({ item }) => item))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      if (batch.length === 1 || isShared(error)) for (const { reject } of batch) reject(error)
      else for (const one of batch) await settle([one])
    }
  }

  async function workOff(): Promise<void> {
    isWorking = true
    while (waiting.length > 0) await settle(waiting.splice(0, most))
    isWorking = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isWorking) void workOff()
    })
}
