import type { ActivityEvent, ChangedBy } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { toHistory, type ReadVersion, type Reading, type Told } from './to-history.ts'

/** Minute of one hour. */
const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`
const values = (subject: string) => ({
  issuer: 'https://token.actions.githubusercontent.com',
  subject,
  expression: null,
  audience: 'api://AzureADTokenExchange',
  description: null,
})
/** Reading n runs from minute 10n to 10n + 2. */
const readings: readonly Reading[] = [1, 2, 3, 4].map((number) => ({
  number,
  startedAt: new Date(at(number * 10)),
  endedAt: new Date(at(number * 10 + 2)),
}))
const version = (fromScan: number, untilScan: number | null, subject = 'a'): ReadVersion => ({
  fromScan,
  untilScan,
  readAt: new Date(at(fromScan * 10 + 1)),
  values: values(subject),
})
const log = (minute: number, who = 'sam'): ChangedBy => ({ who, at: at(minute), source: 'activity-log' })
const event = (
  operation: ActivityEvent['operation'],
  minute: number,
  outcome: ActivityEvent['outcome'] = 'succeeded',
): ActivityEvent => ({
  activityId: '5b1d7c1e-5a52-4b8e-9d0a-0d6f6b6c7d11',
  at: at(minute),
  actor: { objectId: 'dana', username: 'dana' },
  door: 'cookie',
  operation,
  target: '',
  outcome,
  before: null,
  after: null,
  problemCode: null,
  upstreamRequestId: null,
})
const told = (given: Partial<Told>) =>
  toHistory({ versions: [], readings, events: [], logs: [], ...given }).map((entry) =>
    entry.kind === 'noticed'
      ? `${entry.change}${entry.by === null ? '' : ` by ${entry.by.who}`}`
      : entry.kind === 'portal'
        ? entry.event.operation
        : `log of ${entry.by.who}`,
  )

test.each<[string, Partial<Told>, readonly string[]]>([
  ['nothing is known', {}, []],
  ['it was there at the first reading', { versions: [version(1, null)] }, ['there-at-first']],
  ['it came between two readings', { versions: [version(2, null)] }, ['appeared']],
  [
    'it changed, went, and came back',
    { versions: [version(1, 2), version(2, 3, 'b'), version(4, null)] },
    ['returned', 'gone', 'changed', 'there-at-first'],
  ],
  [
    'older readings are not kept any more',
    { versions: [version(1, null)], readings: readings.slice(2) },
    ['there-at-first'],
  ],
  [
    'a log names who changed it',
    { versions: [version(1, 3), version(3, null, 'b')], logs: [log(25)] },
    ['changed by sam', 'there-at-first'],
  ],
  [
    'of two writes between the readings the last one made what was read',
    { versions: [version(2, null)], logs: [log(14), log(15)] },
    ['appeared by sam', 'log of sam'],
  ],
  [
    'the portal made it',
    { versions: [version(2, null)], events: [event('trust.create', 15)], logs: [log(15, 'dana')] },
    ['trust.create'],
  ],
  [
    'the portal deleted it, and somebody else made it again',
    {
      versions: [version(1, 2), version(3, null)],
      events: [event('trust.delete', 15)],
      logs: [log(25)],
    },
    ['returned by sam', 'trust.delete', 'there-at-first'],
  ],
  [
    'what the portal tried was refused, so that somebody else changed it',
    { versions: [version(1, 2), version(2, null, 'b')], events: [event('trust.change', 15, 'refused')] },
    ['changed', 'trust.change', 'there-at-first'],
  ],
  [
    'a deletion here says nothing of a change elsewhere',
    { versions: [version(1, 2), version(2, null, 'b')], events: [event('trust.delete', 15)] },
    ['changed', 'trust.delete', 'there-at-first'],
  ],
  [
    'somebody else wrote at the same moment as the portal',
    { events: [event('trust.change', 15)], logs: [log(15), log(15, 'dana')] },
    ['trust.change', 'log of sam'],
  ],
  ['a log names a write of which no reading saw anything', { logs: [log(15)] }, ['log of sam']],
  [
    'nobody knows who made what was there at first',
    { versions: [version(1, null)], logs: [log(5)] },
    ['there-at-first', 'log of sam'],
  ],
])('the history where %s', (_case, given, wanted) => {
  expect(told(given)).toEqual(wanted)
})

test('a change that was noticed tells what it was before, and between which readings it happened', () => {
  const [changed] = toHistory({
    versions: [version(1, 3), version(3, null, 'b')],
    readings,
    events: [],
    logs: [],
  })
  expect(changed).toMatchObject({
    at: at(31),
    notBefore: at(20),
    before: { subject: 'a' },
    after: { subject: 'b' },
  })
})
