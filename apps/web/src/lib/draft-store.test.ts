import { expect, test } from 'vitest'
import {
  clearAllDrafts,
  draftKey,
  keepDraft,
  mergeDraft,
  readDraft,
  type DraftStorage,
} from './draft-store.ts'

function memoryStorage(): DraftStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return {
    entries,
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

test('what was typed comes back', () => {
  const storage = memoryStorage()
  keepDraft(storage, draftKey('me', '/new'), { owner: 'contoso', branch: '' })
  expect(readDraft(storage, draftKey('me', '/new'))).toEqual({ owner: 'contoso', branch: '' })
})

test('a draft is for one person and one page', () => {
  const storage = memoryStorage()
  keepDraft(storage, draftKey('me', '/new'), { owner: 'contoso' })
  expect(readDraft(storage, draftKey('you', '/new'))).toBeNull()
  expect(readDraft(storage, draftKey('me', '/identities/new'))).toBeNull()
})

test.each(['token', 'accessToken', 'client_assertion', 'clientSecret', 'Password'])(
  'a field named %s is never kept, at any depth',
  (name) => {
    const storage = memoryStorage()
    keepDraft(storage, 'k', { owner: 'contoso', [name]: 'eyJsecret', deep: { [name]: 'eyJsecret' } })
    expect([...storage.entries.values()].join('')).not.toContain('eyJsecret')
    expect(readDraft(storage, 'k')).toEqual({ owner: 'contoso', deep: {} })
  },
)

test.each(['', '{', 'null', '[]', '"text"', '3'])('%j in storage is no draft', (text) => {
  const storage = memoryStorage()
  storage.setItem('k', text)
  expect(readDraft(storage, 'k')).toBeNull()
})

test('a full storage does not stop the form', () => {
  const storage = memoryStorage()
  const full = {
    ...storage,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(() => keepDraft(full, 'k', { owner: 'contoso' })).not.toThrow()
})

test('signing out clears every draft and nothing else', () => {
  const storage = memoryStorage()
  storage.setItem('theme', 'dark')
  keepDraft(storage, draftKey('me', '/a'), { x: '1' })
  keepDraft(storage, draftKey('me', '/b'), { x: '1' })
  clearAllDrafts(storage)
  expect([...storage.entries.keys()]).toEqual(['theme'])
})

test('a draft from before a platform was added keeps that platform’s own start', () => {
  const start = { presetId: 'a', fields: { a: { owner: '' }, b: { host: '' } }, list: ['x'] }
  const kept = { presetId: 'a', fields: { a: { owner: 'contoso' } }, list: ['y', 'z'] }
  expect(mergeDraft(start, kept)).toEqual({
    presetId: 'a',
    fields: { a: { owner: 'contoso' }, b: { host: '' } },
    list: ['y', 'z'],
  })
})
