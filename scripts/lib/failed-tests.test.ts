import { expect, test } from 'vitest'
import { failedOfPlaywright, failedOfVitest } from './failed-tests.mjs'

test('of Vitest each failed test is named with its file and the first line of its error', () => {
  const passed = { status: 'passed', fullName: 'holds', failureMessages: [] }
  const failed = { status: 'failed', fullName: 'breaks', failureMessages: ['Error: no\n    at a.ts:1'] }
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'b.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    ],
  }
  expect(failedOfVitest(report)).toEqual(['a.test.ts: breaks: Error: no'])
})

test('a file that could not even be read is named too', () => {
  const report = {
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: 'Cannot find x\nat y', assertionResults: [] },
    ],
  }
  expect(failedOfVitest(report)).toEqual(['a.test.ts: Cannot find x'])
})

test.each([
  [
    'unexpected',
    [{ status: 'failed', errors: [{ message: '\u001B[31mno button\u001B[39m\nmore' }] }],
    'no button',
  ],
  ['unexpected', [{ status: 'timedOut', errors: [] }], 'timedOut'],
  ['flaky', [{ status: 'failed', errors: [{ message: 'once' }] }, { status: 'passed' }], 'once'],
  ['skipped', [], 'did not run'],
])('of Playwright what is %s counts as failed, however deep it stands: %j', (status, results, told) => {
  const spec = { file: 'a.e2e.ts', title: 'a journey', tests: [{ status, results }] }
  const good = { file: 'a.e2e.ts', title: 'another', tests: [{ status: 'expected', results: [] }] }
  const report = { suites: [{ specs: [good], suites: [{ specs: [spec] }] }], errors: [] }
  expect(failedOfPlaywright(report)).toEqual([`a.e2e.ts: a journey: ${told}`])
})

test('an error outside of all journeys is told', () => {
  expect(failedOfPlaywright({ suites: [], errors: [{ message: 'the portal did not start\n' }] })).toEqual([
    'the portal did not start',
  ])
})
