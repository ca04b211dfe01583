import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createCluster } from './create-cluster.ts'
import { findPostmaster, isAlive } from './postmaster.ts'
import { runCluster, stopCluster } from './run-cluster.ts'

function folderWith(pidFile: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-pid-'))
  if (pidFile !== null) writeFileSync(join(folder, 'postmaster.pid'), pidFile.replaceAll('FOLDER', folder))
  return folder
}

async function endedPid(): Promise<number> {
  const child = spawn('true')
  await once(child, 'exit')
  return child.pid ?? 0
}

test.each([
  ['no file', null],
  ['an empty file', ''],
  ['garbage', 'x\ny\nz\n'],
  ['pid 0, which would be this process group', '0\nFOLDER\n1\n5432\n\n127.0.0.1\n1 1\nready\n'],
  ['pid 1, which is the system', '1\nFOLDER\n1\n5432\n\n127.0.0.1\n1 1\nready\n'],
  ['a negative pid', '-5\nFOLDER\n1\n5432\n\n127.0.0.1\n1 1\nready\n'],
])('%s names no server', async (_name, text) => {
  expect(await findPostmaster(folderWith(text))).toBeUndefined()
})

test('a process that has ended is no server', async () => {
  const pid = await endedPid()
  expect(
    await findPostmaster(folderWith(`${pid}\nFOLDER\n1\n5432\n\n127.0.0.1\n1 1\nready\n`)),
  ).toBeUndefined()
})

const ready = (pid: number) => `${pid}\nFOLDER\n1\n5432\n\n127.0.0.1\n1 1\nready\n`

test('a foreign process that has the pid by now is no server, even at home in the folder, and is left alone', async () => {
  const folder = folderWith(null)
  const child = spawn('sleep', ['30'], { cwd: folder })
  await once(child, 'spawn')
  const pid = child.pid ?? 0
  writeFileSync(join(folder, 'postmaster.pid'), ready(pid).replace('FOLDER', folder))
  expect(await findPostmaster(folder)).toBeUndefined()
  expect(isAlive(pid)).toBe(true)
  child.kill()
})

test('the PostgreSQL of another folder is no server of this one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-other-'))
  chmodSync(folder, 0o755)
  const cluster = await createCluster(folder, ['--no-sync'])
  const other = await runCluster(cluster, 0)
  expect(await findPostmaster(cluster.folder)).toMatchObject({ pid: other.pid, ready: true })
  expect(await findPostmaster(folderWith(ready(other.pid)))).toBeUndefined()
  await stopCluster(cluster)
  expect(await findPostmaster(cluster.folder)).toBeUndefined()
  rmSync(folder, { recursive: true })
}, 60_000)
