export interface Bucket {
  /** Takes `units`; `used` is the part of the bucket that is gone, `waitSeconds` how long until there is enough. */
  take: (
    units: number,
    scale: number,
  ) => { taken: true; used: number } | { taken: false; waitSeconds: number }
}

/** A bucket that holds `capacity` units and is full again after `seconds`; `scale` makes it larger or smaller. */
export function createBucket(capacity: number, seconds: number, now: () => number): Bucket {
  let spent = 0
  let at = now()
  return {
    take: (units, scale) => {
      const size = capacity * scale
      const perSecond = size / seconds
      const time = now()
      spent = Math.max(0, spent - (Math.max(0, time - at) / 1000) * perSecond)
      at = time
      if (spent + units > size) {
        return { taken: false, waitSeconds: Math.max(1, Math.ceil((spent + units - size) / perSecond)) }
      }
      spent += units
      return { taken: true, used: spent / size }
    },
  }
}
