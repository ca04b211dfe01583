import { stripVTControlCharacters } from 'node:util'

/**
 * What failed, one line a test, from the JSON report of Vitest: `file: test: first line of the error`.
 * https://vitest.dev/guide/reporters#json-reporter
 */
export function failedOfVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const lines = failed.map((test) => [name, test.fullName, firstLine(test.failureMessages[0])].join(': '))
    // A file that could not be read has no tests.
    return lines.length === 0 && status === 'failed' ? [`${name}: ${firstLine(message)}`] : lines
  })
}

/** The same of Playwright's report. https://playwright.dev/docs/test-reporters#json-reporter */
export function failedOfPlaywright({ suites, errors }) {
  return [...suites.flatMap(failedOfSuite), ...errors.map(({ message }) => firstLine(message))]
}

function failedOfSuite({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status !== 'expected'))
    .map(({ file, title, tests }) => [file, title, errorOf(tests)].join(': '))
  return [...own, ...suites.flatMap(failedOfSuite)]
}

function errorOf(tests) {
  const results = tests.flatMap((test) => test.results)
  const error = results.flatMap((result) => result.errors ?? []).at(0)
  return error === undefined ? (results.at(0)?.status ?? 'did not run') : firstLine(error.message)
}

function firstLine(text = '') {
  const [line = ''] = stripVTControlCharacters(text).split('\n')
  return line.trim()
}
