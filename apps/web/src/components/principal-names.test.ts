import { expect, test } from 'vitest'
import { namedAs, principalNames } from './principal-names.ts'

const id = '0a000000-0000-4000-8000-00000000000b'
const dana = { objectId: id, kind: 'person', displayName: 'Dana Dev', username: 'dana@contoso.com' } as const

test.each([
  [{}, 'Dana Dev (dana@contoso.com)'],
  [{ username: null }, 'Dana Dev'],
  [{ displayName: '' }, 'dana@contoso.com'],
  [{ displayName: '', username: null }, id],
  [{ displayName: 'Releases', kind: 'group' as const, username: null }, 'Releases (group)'],
  [{ displayName: '', kind: 'group' as const, username: null }, id],
])('with %j they are called %s', (parts, name) => {
  const names = principalNames([{ ...dana, enabled: null, ...parts }])
  expect(namedAs(names, id)).toBe(name)
  expect(namedAs(names, ` ${id.toUpperCase()} `)).toBe(name === id ? ` ${id.toUpperCase()} ` : name)
})

test('who is gone keeps the object ID', () => {
  expect(namedAs(principalNames([]), id)).toBe(id)
})
