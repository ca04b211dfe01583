import type { Application, CreatedApplication } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import {
  createApplicationSteps,
  notStarted,
  type Progress,
  type StepPorts,
} from './create-application-steps.ts'

const application: Application = {
  appId: 'cccccccc-1111-2222-3333-444444444444',
  objectId: 'o',
  displayName: 'Pay API',
  signInAudience: 'AzureADMyOrg',
  createdAt: null,
}
const refusal = {
  step: 'service-principal' as const,
  code: 'FORBIDDEN',
  detail: 'Why.',
  nextStep: 'Do this.',
}

class AnswerLost extends Error {}

/** A small directory: remembers what was made, and fails as a test says. */
function directory(
  fail: { create?: Error; principal?: 'refused' | Error; owner?: 'refused'; afterDoingIt?: boolean } = {},
) {
  const made = { applications: 0, principals: 0 }
  const ports: StepPorts = {
    create: async (): Promise<CreatedApplication> => {
      if (fail.create === undefined || fail.afterDoingIt === true) made.applications += 1
      if (fail.create !== undefined) throw fail.create
      if (fail.principal !== undefined) return { application, servicePrincipalId: null, notDone: [refusal] }
      made.principals += 1
      const notDone = fail.owner === undefined ? [] : [{ ...refusal, step: 'owner' as const }]
      return { application, servicePrincipalId: 'p', notDone }
    },
    findMade: async (displayName, since) =>
      made.applications > 0 && displayName === application.displayName && since === 7 ? application : null,
    findPrincipal: async () => (made.principals > 0 ? 'p' : null),
    createPrincipal: async () => {
      if (fail.principal instanceof Error) throw fail.principal
      made.principals += 1
    },
    isAnswerLost: (error) => error instanceof AnswerLost,
    now: () => 7,
  }
  return { made, ports, heal: () => Object.assign(fail, { create: undefined, principal: undefined }) }
}

async function attempt(world: ReturnType<typeof directory>, before: Progress, displayName = 'Pay API') {
  const seen: Progress[] = []
  const result = await createApplicationSteps(displayName, before, world.ports, (one) =>
    seen.push(one),
  ).catch((error: unknown) => error)
  return {
    result,
    last: seen.at(-1) ?? before,
    states: seen.map((one) => `${one.application} ${one.principal}`),
  }
}

test('both steps are reported, and the application is handed on', async () => {
  const { result, states } = await attempt(directory(), notStarted)
  expect(states).toEqual(['running waiting', 'done done'])
  expect(result).toMatchObject({ made: application, notDone: null })
})

test('a refused service principal keeps the application and says why', async () => {
  const { result } = await attempt(directory({ principal: 'refused' }), notStarted)
  expect(result).toMatchObject({
    application: 'done',
    principal: 'failed',
    made: application,
    notDone: { detail: 'Why.', nextStep: 'Do this.' },
  })
})

test('a maker who did not become an owner is told so, with the service principal made', async () => {
  const { result } = await attempt(directory({ owner: 'refused' }), notStarted)
  expect(result).toMatchObject({
    principal: 'done',
    notDone: null,
    noOwner: { detail: 'Why.', nextStep: 'Do this.' },
  })
})

test('going on after a refused service principal registers nothing again', async () => {
  const world = directory({ principal: 'refused' })
  const first = await attempt(world, notStarted)
  world.heal()
  const second = await attempt(world, first.last)
  expect(second.states).toEqual(['done running', 'done done'])
  expect(world.made).toEqual({ applications: 1, principals: 1 })
})

test('a service principal that fails again is thrown and stays failed', async () => {
  const refused = new Error('refused')
  const world = directory({ principal: refused })
  const first = await attempt(world, notStarted)
  const second = await attempt(world, first.last)
  expect(second.result).toBe(refused)
  expect(second.last).toMatchObject({ principal: 'failed', made: application })
})

test('after a lost answer the application that was made is found, and only what is missing is made', async () => {
  const world = directory({ create: new AnswerLost(), afterDoingIt: true })
  const first = await attempt(world, notStarted)
  expect(first.last).toMatchObject({
    application: 'failed',
    answerLost: { displayName: 'Pay API', since: 7 },
  })
  world.heal()
  const second = await attempt(world, first.last)
  expect(second.last).toMatchObject({ application: 'was-there', principal: 'done', made: application })
  expect(world.made).toEqual({ applications: 1, principals: 1 })
})

test('after a lost answer that did nothing the application is made', async () => {
  const world = directory({ create: new AnswerLost() })
  const first = await attempt(world, notStarted)
  world.heal()
  expect((await attempt(world, first.last)).last).toMatchObject({ application: 'done', principal: 'done' })
  expect(world.made.applications).toBe(1)
})

test('another name after a lost answer is another application', async () => {
  const world = directory({ create: new AnswerLost(), afterDoingIt: true })
  const first = await attempt(world, notStarted)
  world.heal()
  expect((await attempt(world, first.last, 'Shop API')).last).toMatchObject({ application: 'done' })
  expect(world.made.applications).toBe(2)
})

test('a refusal is thrown and remembered as nothing made', async () => {
  const refused = new Error('refused')
  const { result, last } = await attempt(directory({ create: refused }), notStarted)
  expect(result).toBe(refused)
  expect(last).toMatchObject({ application: 'failed', made: null, answerLost: null })
})
