import { expect, test } from 'vitest'
import { labelRows } from './label-rows.ts'

const piece = (text: string, label = '') => ({ text, label })

test('labels that fit under their pieces stand in one row', () => {
  expect(
    labelRows([piece('contoso-platform', 'owner name'), piece('/'), piece('payments-api', 'repository')]),
  ).toEqual([0, 0, 0])
})

test('a label that would run into the one before it moves a row down', () => {
  expect(
    labelRows([piece('ab', 'owner name'), piece('/'), piece('cd', 'repository'), piece(':x', 'branch')]),
  ).toEqual([0, 0, 1, 2])
})

test('a row is used again as soon as it is free', () => {
  const rows = labelRows([
    piece('ab', 'owner name'),
    piece('cd', 'repository'),
    piece('x'.repeat(20), 'a'),
    piece('y', 'b'),
  ])
  expect(rows).toEqual([0, 1, 2, 0])
})

test('a piece that is still empty takes room for its dots', () => {
  expect(labelRows([piece('', 'a'), piece('', 'b')])).toEqual([0, 0])
})
