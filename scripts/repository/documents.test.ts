import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesWhere, root } from './source-files.ts'

const documents = filesWhere((path) => path.endsWith('.md'))
const manifest: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

test('every relative link in a document leads to a file', () => {
  const broken = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path} -> ${target}`),
  )
  expect(broken).toEqual([])
})

test('the README lists each command of package.json, and no other', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const listed = [...readme.matchAll(/^\| `npm (?:run )?([\w:-]+)` *\|/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(Object.keys(manifest.scripts).toSorted())
})

test('the README explains each variable that the portal reads, once, and no other', () => {
  const read = readFileSync(join(root, 'apps/bff/src/environment.ts'), 'utf8').matchAll(/^ {2}([A-Z_]+):/gm)
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, table = ''] = /^\| Variable .*\n((?:\|.*\n)+)/m.exec(readme) ?? []
  const named = table.split('\n').flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? [])
  expect(named.toSorted()).toEqual([...read].map(([, name = '']) => name).toSorted())
})

test('there are at most ten commands', () => {
  expect(Object.keys(manifest.scripts).length).toBeLessThanOrEqual(10)
})

test('every file that CONTRIBUTING names as an example exists', () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  const named = [...text.matchAll(/`((?:apps|packages|e2e|scripts|docs)\/[^`*<]+\.\w+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('decision records are numbered without a gap', () => {
  const numbers = documents
    .map(({ path }) => /^docs\/decisions\/(\d{4})-/.exec(path)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .toSorted((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})
