import { expect, test } from 'vitest'
import { createIndexedMap } from './indexed-map.ts'

interface Pet {
  kind: string
  names: string[]
}

function pets() {
  return createIndexedMap<Pet>({ kind: (pet) => pet.kind, name: (pet) => pet.names })
}

test('an entry is found under every value of an index, and no longer once it is deleted', () => {
  const found = pets()
  const cat = { kind: 'cat', names: ['mia', 'princess'] }
  found.set('1', cat)
  expect(found.by('name', 'princess')).toEqual([cat])
  found.delete('1')
  expect(found.by('name', 'princess')).toEqual([])
  expect(found.by('kind', 'cat')).toEqual([])
})

test('an entry that changes its index value is not found under the old one', () => {
  const found = pets()
  found.set('1', { kind: 'cat', names: [] })
  found.set('1', { kind: 'dog', names: [] })
  expect(found.by('kind', 'cat')).toEqual([])
  expect(found.by('kind', 'dog')).toHaveLength(1)
})

test('an entry put again under the same values keeps its place', () => {
  const found = pets()
  found.set('1', { kind: 'cat', names: ['a'] })
  found.set('2', { kind: 'cat', names: ['b'] })
  found.set('1', { kind: 'cat', names: ['a'] })
  expect(found.by('kind', 'cat').map(({ names }) => names[0])).toEqual(['a', 'b'])
})

test('an index that does not exist is a mistake of the caller', () => {
  expect(() => pets().by('colour', 'red')).toThrow("there is no index 'colour'")
})
