import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { operations } from '../kernel/registry.ts'
import { cliSessionPart } from './cli-session-part.ts'
import { differencesPart, readDifferences } from './differences-part.ts'
import { markdownTable } from './markdown-table.ts'
import { operationsPart } from './operations-part.ts'
import { realityPart } from './settings-part.ts'

const docs = fileURLToPath(new URL('../../../../docs', import.meta.url))
const page = `${docs}/emulator.md`

test('docs/emulator.md tells operations, switches, differences and the CLI session as they are', async () => {
  const parts: Record<string, string> = {
    operations: operationsPart(operations),
    switches: realityPart(),
    differences: differencesPart(await readDifferences()),
    'cli session': cliSessionPart(`${docs}/emulator-cli-session.txt`),
  }
  let missing = Object.keys(parts)
  const text = readFileSync(page, 'utf8').replaceAll(
    /(<!-- generated: ([a-z ]+) -->\n)[^]*?(<!-- end -->)/g,
    (_whole, start: string, name: string, end: string) => {
      missing = missing.filter((part) => part !== name)
      return `${start}\n${parts[name] ?? ''}\n\n${end}`
    },
  )
  expect(missing).toEqual([])
  await expect(text).toMatchFileSnapshot(page)
})

test('every difference says what, why, and how sure it is, once', async () => {
  const differences = await readDifferences()
  expect(differences.filter(({ what, why }) => what === '' || why === '')).toEqual([])
  expect(differences.length).toBeGreaterThan(0)
})

test('a table is as wide as its widest cells, and a bar in a cell does not end it', () => {
  expect(markdownTable(['A', 'Longer'], [['x|y', 'z']])).toBe(
    ['| A    | Longer |', '| ---- | ------ |', String.raw`| x\|y | z      |`].join('\n'),
  )
})

test('an operation of no known area has no place on the page', () => {
  const handle = () => ({ status: 200 })
  const stray = {
    id: 'moon/get-phase',
    method: 'GET' as const,
    path: '/moon',
    summary: 's',
    source: 's',
    handle,
  }
  expect(() => operationsPart([stray])).toThrow('no area of the page holds moon/get-phase')
})
