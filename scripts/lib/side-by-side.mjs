/** Does the work of every item, in their order, with at most so many at a time. Rejects as the first one that does. */
export async function sideBySide(items, most, work) {
  const rest = items.values()
  const lane = async () => {
    // The lanes share one iterator: each item is taken once.
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: most }, lane))
}
