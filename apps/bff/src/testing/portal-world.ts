import type { Problem } from '@trustwright/shared-schemas'
import { buildTestApp, type SignedInBrowser, type TestApp } from './build-test-app.ts'
import { startEmulator, type TestEmulator } from './start-emulator.ts'
import { startTestPostgres, type TestPostgres } from './test-postgres.ts'

/** The whole portal over the real emulator and a real database, for one test file. */
export interface PortalWorld {
  readonly emulator: TestEmulator
  readonly postgres: TestPostgres
  readonly portal: TestApp
  close(): Promise<void>
}

export async function startPortalWorld(
  options: Pick<Parameters<typeof buildTestApp>[0], 'environment' | 'log' | 'overrides'> = {},
): Promise<PortalWorld> {
  const [emulator, postgres] = await Promise.all([startEmulator(), startTestPostgres()])
  const portal = await buildTestApp({ postgres, emulator, ...options })
  return {
    emulator,
    postgres,
    portal,
    close: async () => {
      await portal.close()
      await Promise.all([emulator.close(), postgres.close()])
    },
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One call of the API: its status, and its body as whatever the test says it is. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the reply has no type at run time: the test names what it expects, and its expectations check it
export async function call<T = Problem>(
  browser: SignedInBrowser,
  method: Method,
  url: string,
  payload?: object,
): Promise<{ status: number; body: T }> {
  const answer = await browser.inject({ method, url, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json<T>() }
}

export const development = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
export const restricted = '3d5a7c10-0003-4e2b-9c4d-a1b2c3d4e503'
