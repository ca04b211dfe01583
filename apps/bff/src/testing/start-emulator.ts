import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { compileCache } from './compile-cache.ts'

const Ready = z.looseObject({
  event: z.literal('ready'),
  httpsOrigin: z.string(),
  browserOrigin: z.string(),
  caPath: z.string(),
  tenantId: z.string(),
})
const Tenant = z.looseObject({
  automation: z.looseObject({ clientId: z.string(), clientSecret: z.string() }),
  portal: z.looseObject({ clientId: z.string() }),
  accounts: z.array(z.looseObject({ role: z.string(), username: z.string(), password: z.string() })),
  githubApp: z.looseObject({ clientId: z.string(), clientSecret: z.string() }),
  issuers: z.looseObject({ resolve: z.string() }),
  subscriptions: z.array(z.looseObject({ subscriptionId: z.string(), displayName: z.string() })),
})

export interface TestEmulator {
  readonly httpsOrigin: string
  readonly browserOrigin: string
  /** File of the certificate authority, for another process. */
  readonly caPath: string
  readonly tenantId: string
  readonly tenant: z.output<typeof Tenant>
  /** Variables that point a portal at it. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

const repository = fileURLToPath(new URL('../../../..', import.meta.url))
/** The local secret of the portal's registration (apps/emulator/src/seed.ts); apps do not import each other. */
const portalSecret = 'portal-secret-local-only'

/** Starts the emulator as a process of its own on free ports, and lets this process trust its certificates. */
export async function startEmulator(): Promise<TestEmulator> {
  const folder = await mkdtemp(join(tmpdir(), 'trustwright-emulator-'))
  const child = spawn(process.execPath, ['--conditions=source', 'apps/emulator/src/main.ts'], {
    cwd: repository,
    env: {
      ...compileCache(),
      EMULATOR_DATA: folder,
      EMULATOR_HTTP_PORT: '0',
      EMULATOR_HTTPS_PORT: '0',
      EMULATOR_THROTTLE_SCALE: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { httpsOrigin, browserOrigin, caPath, tenantId } = await untilReady(child)
  setDefaultCACertificates([...getCACertificates('default'), await readFile(caPath, 'utf8')])
  const tenant = Tenant.parse(await (await fetch(`${browserOrigin}/_emulator/tenant`)).json())
  return {
    httpsOrigin,
    browserOrigin,
    caPath,
    tenantId,
    tenant,
    environment: {
      TENANT_ID: tenantId,
      CLIENT_ID: tenant.portal.clientId,
      CLIENT_SECRET: portalSecret,
      ENTRA_AUTHORITY: `${httpsOrigin}/${tenantId}`,
      ARM_ENDPOINT: httpsOrigin,
      GRAPH_ENDPOINT: httpsOrigin,
      ISSUER_RESOLVE: tenant.issuers.resolve,
      GITHUB_API_URL: `${httpsOrigin}/github`,
      GITHUB_WEB_URL: `${browserOrigin}/github`,
      GITHUB_TOKEN_URL: `${httpsOrigin}/github/login/oauth/access_token`,
      GITHUB_CLIENT_ID: tenant.githubApp.clientId,
      GITHUB_CLIENT_SECRET: tenant.githubApp.clientSecret,
    },
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(child: ChildProcess): Promise<z.output<typeof Ready>> {
  if (child.stdout === null) throw new Error('the emulator has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('"ready"')) {
      child.stdout.resume()
      return Ready.parse(JSON.parse(line))
    }
  }
  throw new Error('the emulator ended before it was ready')
}
