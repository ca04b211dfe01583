import { expect, test } from 'vitest'
import { filesWhere, isTest, isTypeScript } from './source-files.ts'

const source = filesWhere((path) => isTypeScript(path) && /^(apps|packages)\/[^/]+\/src\//.test(path))
const code = source.filter(({ path }) => !isTest(path))

function pathsWith(pattern: RegExp, among = code) {
  return among.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

test('only one file of each program reads the environment', () => {
  expect(pathsWith(/process\.env/)).toEqual(
    expect.not.arrayContaining([expect.not.stringMatching(/^apps\/(bff|emulator)\/src\/config\.ts$/)]),
  )
})

test('in the browser only api fetches', () => {
  const fetching = pathsWith(/\bfetch\(|XMLHttpRequest|EventSource\(/).filter((path) =>
    path.startsWith('apps/web/src/'),
  )
  expect(fetching.filter((path) => !path.startsWith('apps/web/src/api/'))).toEqual([])
})

test('no barrel file stands anywhere but at the entry of a package', () => {
  const barrels = source.filter(({ path }) => path.endsWith('/index.ts') || path.endsWith('/index.tsx'))
  expect(barrels.map(({ path }) => path).toSorted()).toEqual([
    'packages/federation/src/index.ts',
    'packages/shared-schemas/src/index.ts',
  ])
})

test('no source file is longer than 300 lines', () => {
  const long = source.map(({ path, text }) => ({ path, lines: text.split('\n').length }))
  expect(long.filter(({ lines }) => lines > 300)).toEqual([])
})

test('nothing escapes the type system in silence', () => {
  // Words in quotes are no code: one of Graph's permissions is to "Send mail as any user".
  const code = source.map(({ path, text }) => ({ path, text: text.replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''") }))
  expect(pathsWith(/^[^/*]*(:\s*any\b|\bas any\b|<any>)|@ts-(ignore|nocheck)/m, code)).toEqual([])
})

test('no test sleeps, is skipped, or replaces a module of ours', () => {
  const tests = filesWhere((path) => isTest(path) && !path.startsWith('scripts/repository/'))
  expect(
    pathsWith(/\b(it|test|describe)\.(only|skip|todo|fixme)\b|waitForTimeout|vi\.mock\(/, tests),
  ).toEqual([])
})

test('a test that ends sessions of PostgreSQL ends those of its own database alone', () => {
  // All test files share one PostgreSQL. Without its own database's name, one ends what the others are in the middle of.
  const statements = source.flatMap(({ path, text }) =>
    [...text.matchAll(/pg_(?:terminate|cancel)_backend\([\s\S]*?(?:`|',)/g)].map(([statement]) => ({
      path,
      statement,
    })),
  )
  expect(statements.length).toBeGreaterThan(0)
  expect(
    statements.filter(({ statement }) => !/datname = (?:\$1|current_database\(\))/.test(statement)),
  ).toEqual([])
})

test('the project stands alone: no word of a workplace, its tools or its folders', () => {
  const everything = filesWhere((path) => !/pnpm-lock|\.png$|^scripts\/repository\//.test(path))
  const foreign = [
    ['/', 'work', '/'].join(''),
    ['..', '/shared/'].join(''),
    ['shared', '/reference'].join(''),
  ]
  const found = everything.filter(({ text }) => foreign.some((word) => text.includes(word)))
  expect(found.map(({ path }) => path)).toEqual([])
})
