import { expect, test } from 'vitest'
import { columnIds, defaultColumns, fitColumns, readColumns, writeColumns } from './list-columns.ts'

test.each([undefined, '', defaultColumns.join(',')])(
  '%j in the address is the columns as at first',
  (text) => {
    expect(readColumns(text)).toEqual(defaultColumns)
    expect(writeColumns(readColumns(text))).toBeUndefined()
  },
)

test.each([
  ['risk,access', ['trust', 'access', 'risk']],
  ['trust', ['trust']],
  ['colour,<b>,risk,risk', ['trust', 'risk']],
  ['__proto__', ['trust']],
])('%j shows %j, in the order of the table', (text, shown) => {
  expect(readColumns(text)).toEqual(shown)
  expect(readColumns(writeColumns(readColumns(text)))).toEqual(shown)
})

test('where room is short the less telling columns give way, and the trust never does', () => {
  expect(fitColumns(columnIds, 4000)).toEqual(columnIds)
  expect(fitColumns(defaultColumns, 0)).toEqual(['trust'])
  expect(fitColumns(defaultColumns, 900)).toEqual(['trust', 'identity', 'access', 'used', 'risk'])
  expect(fitColumns(['trust', 'age'], 900)).toEqual(['trust', 'age'])
  expect(fitColumns([...defaultColumns, 'name'], 800)).toEqual(['trust', 'access', 'risk', 'name'])
})
