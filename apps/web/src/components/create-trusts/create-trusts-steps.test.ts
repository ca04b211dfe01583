import type { NewTrust, Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import {
  createTrustsSteps,
  nothingCreated,
  type CreateProgress,
  type TrustPorts,
} from './create-trusts-steps.ts'
import { sampleTrust } from '../testing/sample-trust.ts'
import { planTrusts } from './trust-plan.ts'

class AnswerLost extends Error {}
class Refused extends Error {}

const issuer = 'https://app.terraform.io'
const audiences: [string] = ['api://AzureADTokenExchange']
const request = (name: string): NewTrust => ({ name, issuer, subject: `run_phase:${name}`, audiences })
const wanted = [request('plan'), request('apply'), request('destroy')]

/** A small Azure: keeps what was made, refuses a second write while one runs, and fails where a test says so. */
function azure(fail: { at?: string; error?: Error; afterDoingIt?: boolean } = {}) {
  const made: Trust[] = []
  const asked: string[] = []
  let busy = false
  const ports: TrustPorts = {
    create: async ({ name, subject }) => {
      if (busy) throw new Refused('two writes at once')
      busy = true
      asked.push(name)
      await Promise.resolve()
      busy = false
      const trust = sampleTrust({ name, issuer, subject, audiences })
      if (fail.at !== name || fail.afterDoingIt === true) made.push(trust)
      if (fail.at === name && fail.error !== undefined) throw fail.error
      return trust
    },
    list: async () => made,
    isAnswerLost: (error) => error instanceof AnswerLost,
  }
  return { made, asked, ports, heal: () => Object.assign(fail, { at: undefined }) }
}

async function attempt(
  world: ReturnType<typeof azure>,
  before: CreateProgress = nothingCreated,
  requests: readonly NewTrust[] = wanted,
  known: readonly Trust[] = [],
) {
  const seen: CreateProgress[] = []
  const result = await createTrustsSteps(requests, known, before, world.ports, (now) => seen.push(now)).catch(
    (error: unknown) => error,
  )
  const last = seen.at(-1) ?? before
  return { result, last, states: last.steps.map(({ state }) => state), seen }
}

const names = (trusts: unknown) => (Array.isArray(trusts) ? trusts.map((trust: Trust) => trust.name) : trusts)

test('each trust waits for the one before, and every step is reported', async () => {
  const { result, seen } = await attempt(azure())
  expect(names(result)).toEqual(['plan', 'apply', 'destroy'])
  expect(seen.map(({ steps }) => steps.map(({ state }) => state).join(' '))).toEqual([
    'running waiting waiting',
    'made waiting waiting',
    'made running waiting',
    'made made waiting',
    'made made running',
    'made made made',
    'made made made',
  ])
})

test('a refusal stops there, says what is stored, and a retry makes only the rest', async () => {
  const world = azure({ at: 'apply', error: new Refused('no') })
  const first = await attempt(world)
  expect(first.result).toBeInstanceOf(Refused)
  expect(first.states).toEqual(['made', 'failed', 'waiting'])
  expect(first.last.made.map(({ name }) => name)).toEqual(['plan'])
  world.heal()
  const second = await attempt(world, first.last)
  expect(names(second.result)).toEqual(['plan', 'apply', 'destroy'])
  expect(world.asked).toEqual(['plan', 'apply', 'apply', 'destroy'])
  expect(second.states).toEqual(['made', 'made', 'made'])
})

test('a retry under another name does not make the stored one again', async () => {
  const world = azure({ at: 'apply', error: new Refused('no') })
  const first = await attempt(world)
  world.heal()
  const renamed = wanted.map((one) => ({ ...one, name: `prod-${one.name}` }))
  const second = await attempt(world, first.last, renamed)
  expect(names(second.result)).toEqual(['plan', 'prod-apply', 'prod-destroy'])
  expect(world.made).toHaveLength(3)
})

test.each([true, false])(
  'after a lost answer Azure is asked first; had it done so: %s',
  async (afterDoingIt) => {
    const world = azure({ at: 'apply', error: new AnswerLost(), afterDoingIt })
    const first = await attempt(world)
    expect(first.last.answerLost).toBe(true)
    world.heal()
    const second = await attempt(world, first.last)
    expect(second.states).toEqual(['made', afterDoingIt ? 'was-there' : 'made', 'made'])
    expect(world.made.map(({ name }) => name)).toEqual(['plan', 'apply', 'destroy'])
  },
)

test('what the identity has already is not asked for', async () => {
  const world = azure()
  const there = sampleTrust({ name: 'older', issuer, subject: 'run_phase:plan', audiences })
  const { result, states } = await attempt(world, nothingCreated, wanted, [there])
  expect(names(result)).toEqual(['older', 'apply', 'destroy'])
  expect(states).toEqual(['was-there', 'made', 'made'])
})

test('the same issuer and subject with another audience is a conflict, not the same trust', () => {
  const other = sampleTrust({ name: 'older', issuer, subject: 'run_phase:plan', audiences: ['api://x'] })
  const plan = planTrusts(wanted, [other])
  expect(plan.there).toEqual([])
  expect(plan.samePair?.name).toBe('older')
})

test('the plan leaves out what is there, and counts the room for the rest', () => {
  const there = sampleTrust({ name: 'older', issuer, subject: 'run_phase:plan', audiences })
  const others = Array.from({ length: 17 }, (_, at) => sampleTrust({ name: `t-${at}`, subject: `s-${at}` }))
  const plan = planTrusts(wanted, [there, ...others])
  expect(plan.rest.map(({ name }) => name)).toEqual(['apply', 'destroy'])
  expect(plan.room).toBe(2)
})

test('a form of one trust that is there already is a conflict', () => {
  const there = sampleTrust({ name: 'older', issuer, subject: 'run_phase:plan', audiences })
  const plan = planTrusts([request('plan')], [there])
  expect(plan.rest).toHaveLength(1)
  expect(plan.samePair?.name).toBe('older')
})
