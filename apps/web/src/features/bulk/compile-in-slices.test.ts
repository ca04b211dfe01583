import { expect, test } from 'vitest'
import { compileInSlices } from './compile-in-slices.ts'
import { compileRow } from './compile-row.ts'
import { matrixRows } from './matrix-rows.ts'

const names = Array.from({ length: 600 }, (_, index) => `contoso/api-${index}`)
const matrix = {
  repositories: names.join('\n'),
  places: 'dev\ntest\nprod\nqa',
  entity: 'environment',
} as const
const { rows } = matrixRows(matrix, null)

test('2,400 rows come out as they would at once, and the page gets its turn four times meanwhile', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1))
  const compiled = await compileInSlices(rows, 'public', new AbortController().signal)
  clearInterval(timer)
  expect(compiled).toEqual(rows.map((row) => compileRow(row, 'public')))
  expect(turns).toBeGreaterThanOrEqual(4)
})

test('rows that were changed meanwhile are not compiled to their end', async () => {
  const controller = new AbortController()
  const compiled = compileInSlices(rows, 'public', controller.signal)
  controller.abort()
  expect(await compiled).toBeNull()
})
