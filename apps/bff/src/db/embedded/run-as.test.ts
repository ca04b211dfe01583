import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCluster } from './create-cluster.ts'
import { findPostmaster } from './postmaster.ts'
import { commandAs } from './run-as.ts'
import { runCluster, stopCluster } from './run-cluster.ts'

const isRoot = process.getuid?.() === 0
const someone = { uid: 65_534, gid: 65_534 }
let closed: string

beforeEach(async () => {
  // mkdtemp makes it for its owner alone (0700), as root's home is.
  closed = await mkdtemp(join(tmpdir(), 'trustwright-closed-'))
})
afterEach(() => rm(closed, { recursive: true, force: true }))

test('whoever is not root runs the program as they are', async () => {
  expect(await commandAs(undefined, '/bin/true', ['-D', 'x'], join(closed, 'cluster'))).toEqual({
    program: '/bin/true',
    args: ['-D', 'x'],
    options: {},
  })
})

test('where everybody may pass, root only changes the user', async () => {
  const { program, options } = await commandAs(someone, '/bin/true', [], '/usr/cluster')
  expect([program, options]).toEqual(['/bin/true', someone])
})

test('below a folder that is closed to others, the user gets the right to read and search, and no other', async () => {
  const { program, args, options } = await commandAs(someone, '/bin/true', ['-V'], join(closed, 'cluster'))
  expect([program, options]).toEqual(['/usr/bin/setpriv', {}])
  expect(args.filter((arg) => arg.includes('caps'))).toEqual([
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
  ])
  expect(args.slice(-3)).toEqual(['--', '/bin/true', '-V'])
})

// Only root can lend rights: anybody else owns the folder, and the same start proves the plain way.
test(`PostgreSQL starts in a data folder below one of mode 0700 (${isRoot ? 'as root, with lent rights' : 'as its owner'})`, async () => {
  expect((await stat(closed)).mode & 0o777).toBe(0o700)
  const cluster = await createCluster(join(closed, 'postgres'), ['--no-sync'])
  expect(cluster.user === undefined).toBe(!isRoot)
  const { pid } = await runCluster(cluster, 0, ['-c', 'fsync=off'])
  try {
    expect(await findPostmaster(cluster.folder)).toMatchObject({ pid, ready: true })
    expect((await stat(`/proc/${pid}`)).uid === 0).toBe(false)
  } finally {
    await stopCluster(cluster)
  }
}, 60_000)
