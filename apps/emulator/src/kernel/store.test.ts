import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import type { Subscription } from './entities/resources.ts'
import { StartupError } from './startup-error.ts'
import { openStore } from './store.ts'

const first: Subscription = { subscriptionId: 'a', displayName: 'First', tenantId: 't', state: 'Enabled' }
const second: Subscription = { subscriptionId: 'b', displayName: 'Second', tenantId: 't', state: 'Warned' }

/** A folder with one entry in the snapshot and one in the journal, left as a killed process leaves it. */
function filledFolder(): string {
  const folder = temporaryFolder()
  const before = openStore(folder)
  before.store.subscriptions.put('a', first)
  before.close()
  const after = openStore(folder)
  after.store.subscriptions.put('b', second)
  after.close()
  return folder
}

function linesOf(folder: string, file: string): string[] {
  return readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
}

test('what was put or deleted is there after a start without a close', () => {
  const folder = temporaryFolder()
  const { store } = openStore(folder)
  store.subscriptions.put('a', first)
  store.subscriptions.put('b', first)
  store.subscriptions.put('b', second)
  store.subscriptions.put('c', first)
  expect(store.subscriptions.delete('c')).toBe(true)
  expect(store.subscriptions.delete('c')).toBe(false)
  expect(openStore(folder).store.subscriptions.list()).toEqual([first, second])
})

test('a start folds the journal into the snapshot', () => {
  const folder = filledFolder()
  const { store } = openStore(folder)
  expect(store.subscriptions.list()).toEqual([first, second])
  expect(linesOf(folder, 'journal.jsonl')).toHaveLength(1)
  expect(linesOf(folder, 'snapshot.jsonl')).toHaveLength(3)
})

test.for([1, 2, 40])(
  'a last journal line that lost %i bytes is dropped, the ones before it are kept',
  (lost) => {
    const folder = filledFolder()
    const { store, close } = openStore(folder)
    store.subscriptions.put('c', first)
    const { length } = readFileSync(join(folder, 'journal.jsonl'))
    store.subscriptions.put('d', first)
    close()
    const path = join(folder, 'journal.jsonl')
    truncateSync(path, Math.max(length, readFileSync(path).length - lost))
    const again = openStore(folder).store.subscriptions
    expect(again.get('c')).toEqual(first)
    expect(again.get('d')).toBeUndefined()
  },
)

test.for([
  ['journal.jsonl', 'a changed letter', (text: string) => text.replace('Second', 'Sekond')],
  ['journal.jsonl', 'a line that is no entry', (text: string) => `${text}{}\n`],
  ['journal.jsonl', 'an unknown checksum', (text: string) => text.replace(/"crc":"./, '"crc":"z')],
  ['snapshot.jsonl', 'a changed letter', (text: string) => text.replace('First', 'Fjrst')],
  ['snapshot.jsonl', 'a cut last line', (text: string) => text.slice(0, -5)],
] as const)('%s with %s stops the start and is named', ([file, , damage]) => {
  const folder = filledFolder()
  const path = join(folder, file)
  writeFileSync(path, damage(readFileSync(path, 'utf8')))
  const before = readFileSync(path, 'utf8')
  expect(() => openStore(folder)).toThrow(StartupError)
  expect(() => openStore(folder)).toThrow(`${path} is damaged at line 1`.slice(0, -1))
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test('a collection of a newer version stops the start', () => {
  const folder = filledFolder()
  const { store, close } = openStore(folder)
  store.subscriptions.put('c', first)
  close()
  const line = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
  expect(line).toContain('subscriptions')
  appendFileSync(join(folder, 'journal.jsonl'), lineFor('[{"collection":"tomorrow","key":"a","value":1}]'))
  expect(() => openStore(folder)).toThrow("holds a collection 'tomorrow' that this version does not know")
})

/** The CRC-32 of this very text, computed elsewhere: Python's zlib.crc32. */
function lineFor(changes: string): string {
  return `{"crc":"1c938aca","changes":${changes}}\n`
}

test('a transaction that throws leaves neither memory nor disk changed', () => {
  const folder = temporaryFolder()
  const { store, transaction } = openStore(folder)
  store.subscriptions.put('a', first)
  const work = () =>
    transaction(() => {
      store.subscriptions.put('a', second)
      store.subscriptions.put('b', second)
      store.subscriptions.delete('a')
      throw new Error('changed my mind')
    })
  expect(work).toThrow('changed my mind')
  expect(store.subscriptions.list()).toEqual([first])
  expect(openStore(folder).store.subscriptions.list()).toEqual([first])
})

test('a transaction is one journal line, so that half of it cannot survive', () => {
  const folder = temporaryFolder()
  const { store, transaction, close } = openStore(folder)
  transaction(() => {
    store.subscriptions.put('a', first)
    store.subscriptions.put('b', second)
  })
  close()
  expect(linesOf(folder, 'journal.jsonl')).toHaveLength(2)
  const path = join(folder, 'journal.jsonl')
  truncateSync(path, readFileSync(path).length - 1)
  expect(openStore(folder).store.subscriptions.list()).toEqual([])
})
