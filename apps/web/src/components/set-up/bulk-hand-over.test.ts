import { expect, test } from 'vitest'
import { handRowsOver, takeHandedRows } from './bulk-hand-over.ts'

function storageOf(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

test('rows that one page hands over are taken once, whole', () => {
  const storage = storageOf()
  handRowsOver([{ issuer: 'https://a', subject: 'x', name: 'deploy' }], storage)
  expect(takeHandedRows(storage)).toEqual([
    {
      issuer: 'https://a',
      subject: 'x',
      name: 'deploy',
      audience: '',
      description: '',
      identity: '',
      repository: '',
      environment: '',
      branch: '',
      tag: '',
      pullRequest: '',
    },
  ])
  expect(takeHandedRows(storage)).toEqual([])
})

test.each(['{', '[{"issuer":1}]', '{"rows":[]}'])('%s, left by another page, is no rows', (text) => {
  const storage = storageOf()
  storage.setItem('trustwright.draft:hand-over', text)
  expect(takeHandedRows(storage)).toEqual([])
  expect(storage.length).toBe(0)
})
