import type { SetUpEvent, SetUpItemProgress, SetUpRun } from '@trustwright/shared-schemas'

interface Known {
  readonly run: SetUpRun
  readonly items: readonly SetUpItemProgress[]
}

/** What was known of a run with what an event says of it. An older event changes nothing; rows that did not change stay the same objects. */
export function mergeEvent<Page extends Known>(page: Page, { run, steps }: SetUpEvent): Page {
  if (run.change < page.run.change) return page
  const byItem = Map.groupBy(steps, ({ itemOrdinal }) => itemOrdinal)
  const items = page.items.map((item) => {
    const changed = byItem.get(item.ordinal)
    if (changed === undefined) return item
    const newer = new Map(changed.map((step) => [step.ordinal, step]))
    return { ...item, steps: item.steps.map((step) => newer.get(step.ordinal) ?? step) }
  })
  return { ...page, run, items }
}
