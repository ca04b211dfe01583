import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import type { Subscription } from './entities/resources.ts'
import { StartupError } from './startup-error.ts'
import { openStore } from './store.ts'

function subscription(subscriptionId: string, displayName = 'x'): Subscription {
  return { subscriptionId, displayName, tenantId: 't', state: 'Enabled' }
}

function idsIn(folder: string): string[] {
  return openStore(folder)
    .store.subscriptions.list()
    .map(({ subscriptionId }) => subscriptionId)
}

/** Files as the release before the header wrote them: lines of changes alone. */
function folderOfOldVersion(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'snapshot.jsonl'), '{"crc":"0d4cbb29","changes":[]}\n')
  writeFileSync(join(folder, 'journal.jsonl'), '')
  return folder
}

/** Its checksum was computed elsewhere: Python's zlib.crc32. */
function folderOfNextVersion(): string {
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'snapshot.jsonl'),
    '{"crc":"8cd7691d","state":{"version":3,"generation":"g","follows":null}}\n',
  )
  return folder
}

test.for([
  ['from before there was a header', folderOfOldVersion],
  ['of the next version', folderOfNextVersion],
] as const)('files %s are refused, named and left alone', ([, make]) => {
  const folder = make()
  const before = readFileSync(join(folder, 'snapshot.jsonl'), 'utf8')
  expect(() => openStore(folder)).toThrow(StartupError)
  expect(() => openStore(folder)).toThrow(
    `${folder} was written by another version of the emulator: run npm run reset, or delete the folder.`,
  )
  expect(readFileSync(join(folder, 'snapshot.jsonl'), 'utf8')).toBe(before)
})

test('a replaced store is what a start finds, and the old journal counts no more, wherever a kill came', () => {
  const folder = temporaryFolder()
  const { store, replaceAll } = openStore(folder)
  store.subscriptions.put('old', subscription('old'))
  const journal = join(folder, 'journal.jsonl')
  copyFileSync(journal, `${journal}.kept`)
  replaceAll([{ collection: 'subscriptions', key: 'new', value: subscription('new') }])
  expect(store.subscriptions.list()).toEqual([subscription('new')])
  expect(store.subscriptions.get('old')).toBeUndefined()
  copyFileSync(`${journal}.kept`, journal)
  expect(idsIn(folder)).toEqual(['new'])
})

test('what is written after a replacement is kept', () => {
  const folder = temporaryFolder()
  const { store, replaceAll, content } = openStore(folder)
  store.subscriptions.put('a', subscription('a'))
  const before = content()
  store.subscriptions.put('b', subscription('b'))
  replaceAll(before)
  store.subscriptions.put('c', subscription('c'))
  expect(idsIn(folder)).toEqual(['a', 'c'])
})

test('a replacement with an unknown collection changes nothing', () => {
  const folder = temporaryFolder()
  const { store, replaceAll } = openStore(folder)
  store.subscriptions.put('a', subscription('a'))
  expect(() => replaceAll([{ collection: 'tomorrow', key: 'a', value: 1 }])).toThrow(
    "a collection 'tomorrow'",
  )
  expect(store.subscriptions.size()).toBe(1)
  expect(idsIn(folder)).toEqual(['a'])
})

test('a journal of another store is refused', () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()]
  openStore(folder).close()
  openStore(other).close()
  copyFileSync(join(other, 'journal.jsonl'), join(folder, 'journal.jsonl'))
  expect(() => openStore(folder)).toThrow('journal.jsonl is damaged at line 1')
})

test.for(['snapshot.jsonl', 'journal.jsonl'])('a missing %s is named instead of starting over', (file) => {
  const folder = temporaryFolder()
  const first = openStore(folder)
  first.replaceAll([])
  first.close()
  rmSync(join(folder, file))
  expect(() => openStore(folder)).toThrow(`${file} is damaged`)
})

test('a large transaction is many lines, of which none counts before the last', () => {
  const folder = temporaryFolder()
  const { store, transaction, close } = openStore(folder)
  store.subscriptions.put('before', subscription('before'))
  transaction(() => {
    for (let number = 0; number < 40; number += 1) {
      store.subscriptions.put(`${number}`, subscription(`${number}`, 'x'.repeat(100_000)))
    }
  })
  close()
  const path = join(folder, 'journal.jsonl')
  const lines = readFileSync(path, 'utf8').split('\n')
  expect(lines.length).toBeGreaterThan(4)
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(1_300_000)
  const whole = readFileSync(path)
  for (const lost of [1, 200_000, 2_500_000]) {
    writeFileSync(path, whole)
    truncateSync(path, whole.length - lost)
    const copy = temporaryFolder()
    for (const file of ['snapshot.jsonl', 'journal.jsonl']) copyFileSync(join(folder, file), join(copy, file))
    expect(idsIn(copy)).toEqual(['before'])
  }
  writeFileSync(path, whole)
  expect(idsIn(folder)).toHaveLength(41)
})

test('a journal that grew is folded while writes go on, and nothing is lost', async () => {
  const folder = temporaryFolder()
  const { store, folding, durable, close } = openStore(folder, { foldAtBytes: 20_000 })
  for (let number = 0; number < 1000; number += 1) {
    store.subscriptions.put(`${number % 300}`, subscription(`${number}`))
    if (number % 10 === 0) await durable()
  }
  await folding()
  store.subscriptions.put('last', subscription('last'))
  close()
  expect(statSync(join(folder, 'snapshot.jsonl')).size).toBeGreaterThan(20_000)
  expect(statSync(join(folder, 'journal.jsonl')).size).toBeLessThan(60_000)
  const kept = openStore(folder).store.subscriptions
  expect(kept.size()).toBe(301)
  expect(kept.get('99')).toEqual(subscription('999'))
  expect(kept.get('100')).toEqual(subscription('700'))
})

test('a kill between the two steps of a fold keeps what was written meanwhile', async () => {
  const folder = temporaryFolder()
  const { store, folding } = openStore(folder, { foldAtBytes: 1 })
  const journal = join(folder, 'journal.jsonl')
  store.subscriptions.put('a', subscription('a'))
  store.subscriptions.put('b', subscription('b'))
  const done = folding()
  await new Promise((resolve) => setImmediate(resolve))
  store.subscriptions.delete('a')
  store.subscriptions.put('c', subscription('c'))
  copyFileSync(journal, `${journal}.kept`)
  await done
  copyFileSync(`${journal}.kept`, journal)
  expect(idsIn(folder)).toEqual(['b', 'c'])
})

test('writers that wait together are on the disk together', async () => {
  const { store, durable } = openStore(temporaryFolder())
  expect(durable()).toBeUndefined()
  const waits = Array.from({ length: 100 }, (_, number) => {
    store.subscriptions.put(`${number}`, subscription(`${number}`))
    return durable() ?? Promise.resolve()
  })
  await Promise.all(waits)
  expect(durable()).toBeUndefined()
})
