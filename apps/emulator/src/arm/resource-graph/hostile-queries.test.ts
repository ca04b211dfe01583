import { afterAll, expect, test } from 'vitest'
import { startArm } from '../testing/testing-client.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const query = (text: string) =>
  arm.call('POST', '/providers/Microsoft.ResourceGraph/resources', { as: 'admin', body: { query: text } })

const nested = (open: string, inner: string, close: string, depth = 100_000) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`

test.each([
  ['quotes without an end', `Resources | where name == '${String.raw`\'`.repeat(50_000)}`, 'ParserFailure'],
  ['blanks before what is no token', `Resources${' '.repeat(300_000)}~`, 'ParserFailure'],
  ['blanks before a word', `Resources${' '.repeat(300_000)}where`, 'ParserFailure'],
  ['comments in one line', `Resources ${'// '.repeat(300_000)}\n~`, 'ParserFailure'],
  ['brackets', `Resources | where ${nested('(', '1 == 1', ')')}`, 'InvalidQuery'],
  ['calls', `Resources | where ${nested('not(', 'true', ')')}`, 'InvalidQuery'],
  ['lists', `Resources | where name in ${nested('(', "'a'", ')')}`, 'InvalidQuery'],
  ['joins', `Resources ${nested('| join (Resources ', '', ') on id', 20_000)}`, 'InvalidQuery'],
])('%s are refused at once', async (_, text, code) => {
  const startedAt = performance.now()
  const { status, body } = await query(text)
  expect(performance.now() - startedAt).toBeLessThan(1500)
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { code }] } })
})

test.each([
  ['or', `where ${'1 == 2 or '.repeat(5000)}type == 'x'`],
  ['and', `where ${'1 == 1 and '.repeat(5000)}type == 'x'`],
  ['plus', `extend n = 1${' + 1'.repeat(20_000)} | where n == 0`],
  ['a path', `where isnotempty(properties${'.a'.repeat(20_000)})`],
])('a long chain of %s is no depth', async (_, step) => {
  expect(await query(`resourcecontainers | ${step} | count`)).toMatchObject({
    status: 200,
    body: { data: [{ Count: 0 }] },
  })
})

test.each([
  ['project __proto__', 'UnknownName'],
  ['project constructor', 'UnknownName'],
  ["where toString == 'x'", 'UnknownName'],
  ['extend x = constructor(1)', 'UnknownName'],
  ['summarize valueOf(name)', 'UnknownName'],
  ['constructor', 'ParserFailure'],
])('%s finds nothing that was not put there', async (step, code) => {
  const { status, body } = await query(`Resources | ${step}`)
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { details: [{ code: 'InvalidQuery' }, { code }] } })
})

test('what brackets may hold stays within a hundred', async () => {
  expect((await query(`Resources | where ${nested('(', '1 == 1', ')', 100)} | count`)).status).toBe(200)
  expect((await query(`Resources | where ${nested('(', '1 == 1', ')', 101)} | count`)).status).toBe(400)
})
