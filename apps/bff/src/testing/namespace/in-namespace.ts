import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NamespaceReport } from './report.ts'
import { deadAddress } from './zone.ts'

/** Every address is this machine's own, names come from the stub, and nothing can leave. */
const setUp = [
  'ip link set lo up',
  'ip route add local 0.0.0.0/0 dev lo',
  'ip -6 route add local ::/0 dev lo',
  `ip route add unreachable ${deadAddress}/32 table local`,
  'mount --bind "$RESOLV_CONF" "$(readlink -f /etc/resolv.conf)"',
  'exec "$NODE" --conditions=source "$PROGRAM" "$ADDRESSES" "$SEED"',
].join(' && ')

/** How many addresses are generated beside the corpus, and which. */
interface Generated {
  readonly addresses: number
  readonly seed: number
}

/** Runs the corpus in a network namespace of its own. Throws, and says why, where the machine refuses to make one. */
export function runInNamespace({ addresses, seed }: Generated): NamespaceReport {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-namespace-'))
  try {
    const resolvConf = join(folder, 'resolv.conf')
    writeFileSync(resolvConf, 'nameserver 127.0.0.53\n')
    const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user']
    const output = execFileSync('unshare', [...asRoot, '--net', '--mount', 'sh', '-c', setUp], {
      env: {
        PATH: `/usr/sbin:/sbin:/usr/bin:/bin`,
        RESOLV_CONF: resolvConf,
        NODE: process.execPath,
        ADDRESSES: String(addresses),
        SEED: String(seed),
        PROGRAM: fileURLToPath(new URL('run-corpus.ts', import.meta.url)),
      },
      encoding: 'utf8',
      timeout: 90_000 + 10 * addresses,
      maxBuffer: 64 * 1024 * 1024,
    })
    // The program beside this one wrote it.
    return JSON.parse(output) as NamespaceReport
  } catch (cause) {
    throw new Error(
      'not run: the attacks on the guarded fetch need a network namespace (unshare, ip, mount)',
      { cause },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
