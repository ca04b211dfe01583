import { expect, test } from 'vitest'
import { readTextFile, type FileRules } from './read-text-file.ts'

const table: FileRules = {
  mostBytes: 16_000_000,
  brokenLetters: 'refused',
  instead: { tooLarge: 'Split it.', notText: 'Save it as CSV.', otherEncoding: 'Save it as “CSV UTF-8”.' },
}
const log: FileRules = {
  mostBytes: 32_000_000,
  brokenLetters: 'shown',
  instead: { tooLarge: 'Take the part with the error.', notText: 'Unpack it.' },
}

function file(bytes: readonly number[]) {
  const content = new Uint8Array(bytes)
  return { name: 'rows.csv', size: content.length, arrayBuffer: () => Promise.resolve(content.buffer) }
}

test.each([
  ['UTF-8', [0x61]],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x61]],
  ['UTF-16, little end first, with a byte order mark', [0xff, 0xfe, 0x61, 0x00]],
  ['UTF-16, big end first, with a byte order mark', [0xfe, 0xff, 0x00, 0x61]],
])('a file in %s is read, and the mark is no part of it', async (_, bytes) => {
  expect(await readTextFile(file(bytes), table)).toEqual({ text: 'a', problem: null })
  expect(await readTextFile(file(bytes), log)).toEqual({ text: 'a', problem: null })
})

test.each([
  ['an older code page', [0x61, 0xe4, 0x62], 'rows.csv is not text in UTF-8. Save it as “CSV UTF-8”.'],
  ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x00], 'rows.csv is not text. Save it as CSV.'],
])('a file that is %s is refused with what to do', async (_, bytes, problem) => {
  expect(await readTextFile(file(bytes), table)).toEqual({ text: null, problem })
})

test('a log is worth reading where one letter of it is broken', async () => {
  expect(await readTextFile(file([0x61, 0xe4, 0x62]), log)).toEqual({ text: 'a\ufffdb', problem: null })
})

test('where letters are shown as they are, what is no text at all is refused all the same', async () => {
  expect((await readTextFile(file([0x50, 0x4b, 0x00]), log)).problem).toBe('rows.csv is not text. Unpack it.')
})

test.each([
  [table, 'a.csv is larger than 16 MB. Split it.'],
  [log, 'a.csv is larger than 32 MB. Take the part with the error.'],
])('a file above the limit is refused before it is opened', async (rules, problem) => {
  const arrayBuffer = () => Promise.reject(new Error('it was opened'))
  const read = await readTextFile({ name: 'a.csv', size: rules.mostBytes + 1, arrayBuffer }, rules)
  expect(read).toEqual({ text: null, problem })
})

test('a folder, or a file that is gone, is said and not thrown', async () => {
  const arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
  const read = await readTextFile({ name: 'folder', size: 4096, arrayBuffer }, log)
  expect(read.problem).toBe('folder could not be opened. Choose it again.')
})
