import { access, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SystemUser } from './system-user.ts'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  /** `uid` and `gid` where the operating system lends them. */
  readonly options: Partial<SystemUser>
}

const setpriv = '/usr/bin/setpriv'
const others = 0o001

/**
 * How to run a PostgreSQL program as `user`, who must reach `folder` and the program. A folder above them that is closed
 * to others (root's home, a temporary one) would shut that user out, so root then lends the right to pass, and nothing else.
 * `no_setuid_fixup` is needed since access(2) drops the rights of an ordinary user:
 * https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
export async function commandAs(
  user: SystemUser | undefined,
  program: string,
  args: readonly string[],
  folder: string,
): Promise<Command> {
  if (user === undefined) return { program, args, options: {} }
  const open = (await isOpen(dirname(program))) && (await isOpen(dirname(folder)))
  if (open || !(await isThere(setpriv))) return { program, args, options: { ...user } }
  const lend = [
    '--securebits=+no_setuid_fixup',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--',
  ]
  return { program: setpriv, args: [...lend, program, ...args], options: {} }
}

/** Whether any user may pass through a folder and all above it. */
async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  if ((mode & others) === 0) return false
  const above = dirname(folder)
  return above === folder || (await isOpen(above))
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    // access() rejects exactly when there is nothing to run.
    return false
  }
}
