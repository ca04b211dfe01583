import { startTransition, useEffect, useRef, useState } from 'react'
import { finishWithPauses, type Slices } from '../../lib/slices.ts'

const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

interface Desk<In> {
  newest: In | undefined
  /** Ends with the component. */
  life: AbortController | null
  /** Whose work goes on. */
  busyFor: AbortController | null
}

/**
 * What long work makes of the newest input, done in slices between which the page lives. Until it is done the result before stays;
 * input that came meanwhile is taken up right after, and what came between is left out. Undefined input waits.
 * `work` keeps its identity.
 */
export function useWorked<In, Out>(input: In | undefined, work: (input: In) => Slices<Out>, first: Out): Out {
  const [result, setResult] = useState(first)
  const desk = useRef<Desk<In>>({ newest: undefined, life: null, busyFor: null })
  useEffect(() => {
    const life = new AbortController()
    desk.current.life = life
    return () => life.abort()
  }, [])
  useEffect(() => {
    desk.current.newest = input
    const { busyFor, life } = desk.current
    if (life === null || busyFor === life) return
    desk.current.busyFor = life
    void workOff(desk.current, life, work, (next) => startTransition(() => setResult(next)))
  }, [input, work])
  return result
}

async function workOff<In, Out>(
  desk: Desk<In>,
  life: AbortController,
  work: (input: In) => Slices<Out>,
  take: (result: Out) => void,
): Promise<void> {
  const pace = { pause, clock: () => performance.now(), signal: life.signal }
  let done: In | undefined
  try {
    while (!life.signal.aborted && desk.newest !== undefined && desk.newest !== done) {
      done = desk.newest
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what it is for
      const result = await finishWithPauses(work(done), pace)
      if (result !== null) take(result)
    }
  } finally {
    if (desk.busyFor === life) desk.busyFor = null
  }
}
