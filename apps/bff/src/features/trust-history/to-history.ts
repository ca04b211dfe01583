import type { ActivityEvent, ChangedBy, TrustHistoryEntry } from '@trustwright/shared-schemas'

type Noticed = Extract<TrustHistoryEntry, { kind: 'noticed' }>
export type ReadValues = NonNullable<Noticed['after']>

/** Values as they held from one reading up to another (null: still). */
export interface ReadVersion {
  readonly fromScan: number
  readonly untilScan: number | null
  /** When they were first read. */
  readonly readAt: Date
  readonly values: ReadValues
}

/** A reading of the tenant; those that are older than the portal keeps are missing. */
export interface Reading {
  readonly number: number
  readonly startedAt: Date
  readonly endedAt: Date
}

export interface Told {
  /** In the order of readings. */
  readonly versions: readonly ReadVersion[]
  readonly readings: readonly Reading[]
  readonly events: readonly ActivityEvent[]
  /** Writes that Azure's logs name. */
  readonly logs: readonly ChangedBy[]
}

/** A log's clock and the portal's differ by seconds, and a log notes the end of a write. */
const sameMs = 120_000

const operationOf: Readonly<Record<Noticed['change'], readonly string[]>> = {
  'there-at-first': ['trust.create', 'trust.restore'],
  appeared: ['trust.create', 'trust.restore'],
  changed: ['trust.change'],
  gone: ['trust.delete'],
  returned: ['trust.create', 'trust.restore'],
}

/** One line of time of what three sources tell, newest first: what two of them tell is told once. */
export function toHistory({ versions, readings, events, logs }: Told): TrustHistoryEntry[] {
  const done = events.filter(({ outcome }) => outcome === 'succeeded' || outcome === 'unknown')
  const noticed = noticedOf(versions, readings).filter((entry) => !isDoneHere(entry, done))
  const ofPortal = logsOfPortal(done, logs)
  const left = logs.filter((log) => !ofPortal.has(log))
  const named = noticed.map((entry): Noticed => ({ ...entry, by: writerOf(entry, left) }))
  const used = new Set(named.flatMap(({ by }) => (by === null ? [] : [by])))
  return [
    ...events.map((event): TrustHistoryEntry => ({ kind: 'portal', at: event.at, event })),
    ...named,
    ...left.filter((log) => !used.has(log)).map((by): TrustHistoryEntry => ({ kind: 'log', at: by.at, by })),
  ].toSorted((one, other) => Date.parse(momentOf(other)) - Date.parse(momentOf(one)))
}

/** The portal writes as the person, so that a log names each of its writes once more. */
function logsOfPortal(done: readonly ActivityEvent[], logs: readonly ChangedBy[]): ReadonlySet<ChangedBy> {
  const taken = new Set<ChangedBy>()
  for (const { actor, at, operation } of done) {
    if (!/^trust\.(create|change|delete|restore)$/.test(operation)) continue
    const far = (log: ChangedBy) => Math.abs(Date.parse(log.at) - Date.parse(at))
    const [own] = logs
      .filter((log) => !taken.has(log) && log.who === actor.username && far(log) < sameMs)
      .toSorted((one, other) => far(one) - far(other))
    if (own !== undefined) taken.add(own)
  }
  return taken
}

/** When it happened, as near as is known. */
function momentOf(entry: TrustHistoryEntry): string {
  return entry.kind === 'noticed' && entry.by !== null ? entry.by.at : entry.at
}

function noticedOf(versions: readonly ReadVersion[], readings: readonly Reading[]): Noticed[] {
  const byNumber = new Map(readings.map((reading) => [reading.number, reading]))
  const startBefore = (number: number) =>
    readings.findLast((reading) => reading.number < number)?.startedAt.toISOString() ?? null
  const goneIn = (number: number, before: ReadValues, at: Date): Noticed => ({
    kind: 'noticed',
    at: (byNumber.get(number)?.endedAt ?? at).toISOString(),
    notBefore: startBefore(number),
    change: 'gone',
    before,
    after: null,
    by: null,
  })
  return versions.flatMap((version, index): Noticed[] => {
    const { fromScan, untilScan, readAt, values } = version
    const previous = versions[index - 1]
    const follows = previous?.untilScan === fromScan
    const notBefore = startBefore(fromScan)
    const came: Noticed = {
      kind: 'noticed',
      at: readAt.toISOString(),
      notBefore,
      change: follows
        ? 'changed'
        : previous !== undefined
          ? 'returned'
          : notBefore === null
            ? 'there-at-first'
            : 'appeared',
      before: follows ? previous.values : null,
      after: values,
      by: null,
    }
    const isGone = untilScan !== null && versions[index + 1]?.fromScan !== untilScan
    return isGone ? [came, goneIn(untilScan, values, readAt)] : [came]
  })
}

/** The portal's own record of it tells more. */
function isDoneHere(entry: Noticed, done: readonly ActivityEvent[]): boolean {
  return done.some(
    ({ at, operation }) => operationOf[entry.change].includes(operation) && isWithin(entry, at),
  )
}

/** The last write between the two readings. */
function writerOf(entry: Noticed, logs: readonly ChangedBy[]): ChangedBy | null {
  if (entry.change === 'there-at-first') return null
  return (
    logs
      .filter(({ at }) => isWithin(entry, at))
      .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0] ?? null
  )
}

function isWithin({ at, notBefore }: Noticed, moment: string): boolean {
  return (notBefore === null || moment >= notBefore) && Date.parse(moment) <= Date.parse(at)
}
