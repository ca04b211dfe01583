import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { handsOn, measure } from '../effort/measure.ts'
import { portalRoutes } from '../effort/portal-counts.ts'
import { hasRow, partRow, portalRow } from '../effort/table.ts'
import { screenOf, type Act, type Trace } from '../effort/trace.ts'

const origin = 'http://localhost:4280'
const screen = (path: string, how: 'load' | 'push' | 'replace' = 'push'): Act => ({
  kind: 'screen',
  origin,
  path,
  how,
})
const press: Act = { kind: 'press', target: 'button' }
const key = (name: string, field: string | null = null): Act => ({ kind: 'key', key: name, field })
const typed: Act = { kind: 'typed', field: 'name' }
const choose: Act = { kind: 'choose', target: 'select' }
const word = [key('a', 'name'), typed, key('b', 'name'), typed]
const paste: Trace = [key('Control'), key('v'), { kind: 'paste' }]

test.each<[string, Trace, number]>([
  ['nothing', [], 0],
  ['a screen that comes', [screen('/new')], 0],
  ['one press: a thought, and to point and press', [press], 2.7],
  ['two presses: a thought each', [press, press], 5.3],
  ['a list: one thought, two presses', [choose], 4],
  ['a word of two letters: one thought', word, 1.9],
  ['a paste: one thought, two keys', paste, 1.9],
  ['three Tabs: one thought', [key('Tab'), key('Tab'), key('Tab')], 2.2],
  ['Tab and Enter: Enter decides, which is a thought of its own', [key('Tab'), key('Enter')], 3.3],
  ['Enter twice: two thoughts', [key('Enter'), key('Enter')], 3.3],
  ['a word, a press, a word: a thought each', [...word, press, ...word], 6.5],
  ['a word in one box and one in another', [...word, key('a', 'other')], 3.5],
  ['a word on either side of a new screen', [...word, screen('/b'), ...word], 3.8],
])('hands-on time of %s', (_, trace, expected) => {
  expect(handsOn(trace)).toBeCloseTo(expected, 1)
})

test('a press is one click, a list two, and keys are none', () => {
  expect(measure([press, choose, key('Enter')])).toMatchObject({ clicks: 3, keys: 1 })
})

test('a box counts once however much is typed into it, and a paste is no typing', () => {
  expect(measure([...word, ...word, ...paste])).toMatchObject({ typed: 1, pastes: 1, keys: 6 })
})

test.each<[string, Trace, number]>([
  ['the same address twice', [screen('/new', 'load'), press, screen('/trusts'), press, screen('/new')], 2],
  ['an address that gave way at once', [screen('/new', 'load'), screen('/new/x/review', 'replace')], 1],
  ['one that was used before it gave way', [screen('/new', 'load'), press, screen('/review', 'replace')], 2],
  ['a loaded page after another', [screen('/new', 'load'), screen('/trusts', 'load')], 2],
])('screens of %s', (_, trace, expected) => {
  expect(measure(trace).screens).toBe(expected)
})

test('drafts are one screen a step, whichever draft it is', () => {
  const id = '5f0c1a52-7a3e-4a51-9d0e-2b6c1f4e8a11'
  expect(screenOf(`/new/${id}/review`)).toBe(screenOf('/new/unsaved/review'))
  expect(screenOf(`/new/${id}/review`)).not.toBe(screenOf(`/new/${id}/verify`))
})

test('a second origin is a second site', () => {
  const other: Act = { kind: 'screen', origin: 'https://github.com', path: '/new', how: 'load' }
  expect(measure([screen('/new', 'load'), press, other])).toMatchObject({ sites: 2, screens: 2 })
})

test('docs/effort.md tells the portal’s counts as they are in the data', () => {
  const told = readFileSync(new URL('../../docs/effort.md', import.meta.url), 'utf8')
  const parts = Object.values(portalRoutes).flatMap((route) => route.parts.map(partRow))
  const rows = Object.values(portalRoutes).map(portalRow)
  const missing = [...rows, ...parts].filter((row) => !hasRow(told, row))
  expect(missing).toEqual([])
})
