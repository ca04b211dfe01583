import { screenOf, type Act, type Trace } from './trace.ts'

/** Seconds of the keystroke-level model: Card, Moran and Newell, https://doi.org/10.1145/358886.358895. */
export const seconds = {
  key: 0.28,
  /** To point and to press. */
  click: 1.3,
  thought: 1.35,
} as const

export interface Effort {
  /** Pointer activations; a list that opens counts as two. */
  readonly clicks: number
  /** Distinct boxes that somebody typed into. */
  readonly typed: number
  readonly pastes: number
  /** Keys that went down, modifiers included. */
  readonly keys: number
  /** Distinct addresses that stood still; one that gave way before anybody did anything is none. */
  readonly screens: number
  readonly sites: number
  /** Hands-on time by the model; what the machine takes is not in it. */
  readonly handsOn: number
}

export function measure(trace: Trace): Effort {
  const shown = standing(trace)
  const typed = trace.flatMap((act) => (act.kind === 'typed' ? [act.field] : []))
  return {
    clicks: count(trace, 'press') + 2 * count(trace, 'choose'),
    typed: new Set(typed).size,
    pastes: count(trace, 'paste'),
    keys: count(trace, 'key'),
    screens: new Set(shown.map(({ origin, path }) => `${origin}${screenOf(path)}`)).size,
    sites: new Set(shown.map(({ origin }) => origin)).size,
    handsOn: handsOn(trace),
  }
}

/**
 * Seconds of keys, clicks and thoughts. A thought comes before each press of the pointer, before each list (whose two
 * presses are one decision), and before each chunk of keys. A chunk is all that is typed into one box, one paste with
 * its two keys, or keys pressed one after the other outside a box; Enter is a chunk of its own, as it decides.
 */
export function handsOn(trace: Trace): number {
  let sum = 0
  let chunk: string | null = null
  for (const act of trace) {
    if (act.kind === 'press') sum += seconds.thought + seconds.click
    else if (act.kind === 'choose') sum += seconds.thought + 2 * seconds.click
    else if (act.kind === 'key') {
      const now = chunkOf(act)
      if (now !== chunk || now === 'enter') sum += seconds.thought
      sum += seconds.key
      chunk = now
      continue
    }
    // What follows from a key (its character, the paste) leaves the chunk as it is.
    if (act.kind !== 'typed' && act.kind !== 'paste') chunk = null
  }
  return Math.round(sum * 10) / 10
}

/** A paste's own keys are told apart from typing, so that a paste into a box one types in is a thought of its own. */
function chunkOf({ key, field }: Extract<Act, { kind: 'key' }>): string {
  if (key === 'Enter') return 'enter'
  if (key === 'Tab') return 'keys'
  return field === null ? 'keys' : `box ${field}`
}

type Screen = Extract<Act, { kind: 'screen' }>

function standing(trace: Trace): readonly Screen[] {
  const shown: Screen[] = []
  let touched = true
  for (const act of trace) {
    if (act.kind !== 'screen') {
      touched = true
      continue
    }
    if (act.how === 'replace' && !touched) shown.pop()
    shown.push(act)
    touched = false
  }
  return shown
}

function count(trace: Trace, kind: Act['kind']): number {
  return trace.filter((act) => act.kind === kind).length
}
