import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { StartupError } from '../../startup-error.ts'

const run = promisify(execFile)

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/**
 * Who PostgreSQL runs as. It refuses to run as root (https://www.postgresql.org/docs/18/creating-cluster.html), so
 * root lends it the system user `postgres`, made when it is missing. Undefined: whoever runs the portal.
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (userInfo().uid !== 0) return undefined
  return (await lookUp()) ?? (await create())
}

async function lookUp(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    // `id` fails for an unknown user, which is the answer looked for.
    return undefined
  }
}

async function create(): Promise<SystemUser> {
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
  } catch (cause) {
    throw refusal(cause)
  }
  const made = await lookUp()
  if (made === undefined) throw refusal()
  return made
}

function refusal(cause?: unknown): StartupError {
  return new StartupError(
    'PostgreSQL does not run as root, and the system user postgres could not be made: start the portal as an ordinary user, or set DATABASE_URL',
    { cause },
  )
}
