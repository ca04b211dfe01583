import {
  errorCatalogue,
  type Draft,
  type DraftBody,
  type ErrorCode,
  emptyDraftBody,
} from '@trustwright/shared-schemas'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, ConnectionProblem } from '../../api/api-problem.ts'
import { createDraftSaver, type SaverStart, type SaveState } from './draft-saver.ts'
import { isSameBody } from './same-body.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const at = '2026-11-22T10:42:00.000Z'
const named = (name: string): DraftBody => ({ ...emptyDraftBody, name })
const ids = ['33333333-3333-4333-8333-333333333331', '33333333-3333-4333-8333-333333333332'] as const

function draft(draftId: string, version: number, body: DraftBody): Draft {
  return { draftId, version, createdAt: at, changedAt: at, keptUntil: at, runId: null, body }
}

function problem(code: ErrorCode): ApiProblem {
  const { status, title } = errorCatalogue[code]
  const { type, detail, nextStep, requestId } = {
    type: 'about:blank',
    detail: title,
    nextStep: '',
    requestId: 'r',
  }
  return new ApiProblem({ type, title, status, code, detail, nextStep, requestId })
}

/** How a request goes wrong: before the portal did it, or after. */
type Fault = { readonly error: Error; readonly after?: boolean }

/** A portal with its drafts, as other tabs may have left them. */
function portal(start: Partial<SaverStart> = {}) {
  const world = { drafts: [draft(ids[0], 1, named('first'))], saves: 0, faults: [] as Fault[] }
  const told: SaveState[] = []
  const kept: (string | null)[] = []
  async function done<Value>(act: () => Value): Promise<Value> {
    // A request takes its time, so that others can come meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 20))
    const fault = world.faults.shift()
    if (fault !== undefined && fault.after !== true) throw fault.error
    const answer = act()
    if (fault !== undefined) throw fault.error
    return answer
  }
  const find = (draftId: string) => {
    const found = world.drafts.find((one) => one.draftId === draftId)
    if (found === undefined) throw problem('DRAFT_NOT_FOUND')
    return found
  }
  const saver = createDraftSaver(
    { stored: { draftId: ids[0], version: 1 }, body: named('first'), unsaved: null, theirs: null, ...start },
    {
      create: (body) =>
        done(() => {
          const made = draft(ids[1], 1, body)
          world.drafts.push(made)
          return made
        }),
      find: async (bodies) =>
        world.drafts.find(({ body }) => bodies.some((one) => isSameBody(one, body))) ?? null,
      save: (draftId, version, body) =>
        done(() => {
          world.saves += 1
          const stored = find(draftId)
          if (version !== stored.version) throw problem('DRAFT_CHANGED_MEANWHILE')
          Object.assign(stored, { version: version + 1, body })
          return { ...stored }
        }),
      read: async (draftId) => ({ ...find(draftId) }),
      tell: (state) => told.push(state),
      saved: () => undefined,
      keep: (body) => kept.push(body?.name ?? null),
    },
  )
  saver.begin()
  return {
    world,
    told,
    kept,
    saver,
    last: () => told.at(-1)?.state,
    names: () => world.drafts.map(({ body }) => body.name),
  }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const lost = (after: boolean): Fault => ({ error: new ConnectionProblem('gone'), after })

test('half a second after the last letter the draft is saved once', async () => {
  const { world, saver, last, names, kept } = portal()
  for (const name of ['a', 'ab', 'abc']) {
    saver.change(named(name))
    await pass(300)
  }
  expect(world.saves).toBe(0)
  await pass(300)
  expect([world.saves, names(), last()]).toEqual([1, ['abc'], 'saved'])
  expect(kept).toEqual(['a', 'ab', 'abc', null])
})

test('a save that fails says so, and is tried again by itself, ever more slowly, with what is newest', async () => {
  const { world, saver, told, names } = portal()
  world.faults = [lost(false), lost(false)]
  saver.change(named('abc'))
  await pass(600)
  expect(told.at(-1)?.state).toBe('failed')
  await pass(1100)
  expect(names()).toEqual(['first'])
  await pass(2100)
  expect(names()).toEqual(['abc'])
  expect(told.map(({ state }) => state)).toEqual(['saving', 'failed', 'failed', 'saved'])
})

test('a save whose answer was lost is no conflict with oneself, whatever was typed meanwhile', async () => {
  const { world, saver, told, names } = portal()
  world.faults = [lost(true)]
  saver.change(named('mine'))
  await pass(600)
  saver.change(named('mine, longer'))
  await pass(3000)
  expect(names()).toEqual(['mine, longer'])
  expect(told.map(({ state }) => state)).not.toContain('conflict')
})

test('two that ask for a save at once make one', async () => {
  const { world, saver, told } = portal()
  saver.change(named('a'))
  const first = saver.flush()
  saver.change(named('ab'))
  const both = Promise.all([first, saver.flush(), saver.flush()])
  await pass(200)
  await both
  expect(world.saves).toBe(2)
  expect(told.map(({ state }) => state)).not.toContain('conflict')
})

test.each([[false], [true]])(
  'what the server never took is created by itself, once, also where an answer was lost (after: %s)',
  async (after) => {
    const { world, names, last } = portal({ stored: null, body: named('new') })
    world.faults = [lost(after)]
    await pass(1500)
    expect([names(), last()]).toEqual([['first', 'new'], 'saved'])
  },
)

test('a draft that was deleted meanwhile is kept as a new one', async () => {
  const { world, saver, names, last } = portal()
  world.drafts = []
  saver.change(named('still here'))
  await pass(600)
  expect([names(), last(), saver.id()]).toEqual([['still here'], 'saved', ids[1]])
})

test('leaving the page does not bring back a draft that was deleted', async () => {
  const { world, saver, names } = portal()
  world.drafts = []
  saver.change(named('still here'))
  saver.stop()
  await pass(5000)
  expect(names()).toEqual([])
})

test('what another tab saved is not overwritten: nothing more is saved until the person chose', async () => {
  const { world, saver, last, names } = portal()
  world.drafts = [draft(ids[0], 2, named('theirs'))]
  saver.change(named('mine'))
  await pass(600)
  expect(last()).toBe('conflict')
  saver.change(named('mine, longer'))
  await pass(20_000)
  expect(names()).toEqual(['theirs'])
})

test.each([
  ['keeping mine writes what is newest here', 'mine, longer'],
  ['taking theirs leaves it as it is', 'theirs'],
])('after a conflict %s', async (_, expected) => {
  const { world, saver, last, names } = portal()
  const theirs = draft(ids[0], 2, named('theirs'))
  world.drafts = [{ ...theirs }]
  saver.change(named('mine'))
  await pass(600)
  saver.change(named('mine, longer'))
  if (expected === 'theirs') saver.takeTheirs(theirs)
  else void saver.keepMine(theirs)
  await pass(600)
  expect([names(), last()]).toEqual([[expected], 'saved'])
})

test('what was kept in the tab over a sign-in is saved as it opens, and is a conflict where another tab went on', async () => {
  const same = portal({ unsaved: named('kept') })
  await pass(100)
  expect([same.names(), same.last(), same.kept.at(-1)]).toEqual([['kept'], 'saved', null])
  const other = portal({ unsaved: named('kept'), theirs: draft(ids[0], 2, named('theirs')) })
  await pass(5000)
  expect([other.names(), other.last()]).toEqual([['first'], 'conflict'])
})

test('leaving the page saves what is not saved yet, also behind a save that is under way', async () => {
  const { saver, names } = portal()
  saver.change(named('last'))
  await pass(510)
  saver.change(named('last letter'))
  saver.stop()
  await pass(100)
  expect(names()).toEqual(['last letter'])
})

test('after its end nothing of a draft is saved or kept', async () => {
  const { saver, names, kept } = portal()
  saver.change(named('x'))
  saver.end()
  await pass(5000)
  expect([names(), kept.at(-1)]).toEqual([['first'], null])
})
