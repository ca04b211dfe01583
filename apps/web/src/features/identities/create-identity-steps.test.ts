import type { Identity } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { createIdentitySteps, notStarted, type Progress, type StepPorts } from './create-identity-steps.ts'
import type { IdentityPlan } from './identity-form.ts'

const plan: IdentityPlan = {
  newGroup: { name: 'rg-new', location: 'westeurope' },
  resourceGroup: 'rg-new',
  identity: { identityName: 'id-pay', location: 'westeurope' },
}
// The steps hand the identity on without reading it.
const identity = { identityName: 'id-pay' } as Identity

class AnswerLost extends Error {}

/** A small Azure: remembers what was made, and fails the calls that a test names. */
function azure(fail: { group?: Error; identity?: Error; afterDoingIt?: boolean } = {}) {
  const made = { groups: [] as string[], identities: [] as string[] }
  const act = (error: Error | undefined, make: () => void) => {
    if (error === undefined || fail.afterDoingIt === true) make()
    if (error !== undefined) throw error
  }
  const ports: StepPorts = {
    createGroup: async ({ name }) => act(fail.group, () => made.groups.push(name)),
    hasGroup: async (name) => made.groups.includes(name),
    createIdentity: async ({ identity: { identityName } }) => {
      act(fail.identity, () => made.identities.push(identityName))
      return identity
    },
    findIdentity: async ({ identity: { identityName } }) =>
      made.identities.includes(identityName) ? identity : null,
    isAnswerLost: (error) => error instanceof AnswerLost,
  }
  return { made, ports, heal: () => Object.assign(fail, { group: undefined, identity: undefined }) }
}

async function attempt(world: ReturnType<typeof azure>, before: Progress, wanted = plan) {
  const seen: Progress[] = []
  const result = await createIdentitySteps(wanted, before, world.ports, (progress) =>
    seen.push(progress),
  ).catch((error: unknown) => error)
  return { result, last: seen.at(-1) ?? before, seen }
}

test('both steps are reported in order', async () => {
  const { result, seen } = await attempt(azure(), notStarted)
  expect(result).toBe(identity)
  expect(seen.map(({ group, identity }) => `${group}/${identity}`)).toEqual([
    'running/waiting',
    'done/waiting',
    'done/running',
    'done/done',
  ])
})

test('an existing group is not asked for', async () => {
  const world = azure()
  const { last } = await attempt(world, notStarted, { ...plan, newGroup: null })
  expect(world.made.groups).toEqual([])
  expect(last).toMatchObject({ group: 'was-there', identity: 'done' })
})

test('a refused group stops before the identity', async () => {
  const world = azure({ group: new Error('refused') })
  const { result, last } = await attempt(world, notStarted)
  expect(result).toBeInstanceOf(Error)
  expect(last).toMatchObject({ group: 'failed', identity: 'waiting', answerLost: null })
  expect(world.made.identities).toEqual([])
})

test('a retry after a refused identity does not make the group again', async () => {
  const world = azure({ identity: new Error('refused') })
  const first = await attempt(world, notStarted)
  expect(first.last).toMatchObject({ group: 'done', identity: 'failed', groupMade: 'rg-new' })
  world.heal()
  const second = await attempt(world, first.last)
  expect(second.result).toBe(identity)
  expect(world.made).toEqual({ groups: ['rg-new'], identities: ['id-pay'] })
})

test('a retry with another group name makes that group', async () => {
  const world = azure({ identity: new Error('refused') })
  const first = await attempt(world, notStarted)
  world.heal()
  await attempt(world, first.last, {
    ...plan,
    newGroup: { name: 'rg-two', location: 'westeurope' },
    resourceGroup: 'rg-two',
  })
  expect(world.made.groups).toEqual(['rg-new', 'rg-two'])
})

test.each(['group', 'identity'] as const)(
  'when the answer about the %s is lost though Azure did it, a retry finds it and makes nothing twice',
  async (step) => {
    const world = azure({ [step]: new AnswerLost(), afterDoingIt: true })
    const first = await attempt(world, notStarted)
    expect(first.last).toMatchObject({ [step]: 'failed', answerLost: step })
    world.heal()
    const second = await attempt(world, first.last)
    expect(second.last).toMatchObject({ [step]: 'was-there', answerLost: null })
    expect(world.made).toEqual({ groups: ['rg-new'], identities: ['id-pay'] })
  },
)

test('when the answer is lost and Azure did nothing, a retry makes it', async () => {
  const world = azure({ identity: new AnswerLost() })
  const first = await attempt(world, notStarted)
  world.heal()
  const second = await attempt(world, first.last)
  expect(second.last).toMatchObject({ identity: 'done', answerLost: null })
  expect(world.made.identities).toEqual(['id-pay'])
})
