import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { lockFolder } from './folder-lock.ts'

test('a second lock in the same process is refused until the first is released', () => {
  const folder = temporaryFolder()
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(
    `${folder} is in use by the emulator with process id ${process.pid}`,
  )
  lock.release()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
  lockFolder(folder).release()
})

test('the lock of a living process is respected', async () => {
  const folder = temporaryFolder()
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  onTestFinished(() => {
    other.kill('SIGKILL')
  })
  await once(other, 'spawn')
  writeFileSync(join(folder, 'lock'), `${other.pid} `)
  expect(() => lockFolder(folder)).toThrow(`process id ${other.pid}`)
})

test('the lock of a process that is gone is taken over', async () => {
  const folder = temporaryFolder()
  const other = spawn(process.execPath, ['-e', ''])
  await once(other, 'exit')
  writeFileSync(join(folder, 'lock'), `${other.pid} 1`)
  lockFolder(folder)
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
})

test.for([
  ['an earlier process had this process id', `${process.pid} 1`],
  ['it is empty', ''],
  ['it holds no number', 'nobody'],
])('a lock is taken over when %s', ([, content]) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'lock'), content ?? '')
  lockFolder(folder).release()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})
