import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import type { Azure } from './azure.ts'

export interface Shell {
  /** Runs a bash script in which `az` is signed in; rejects with its words when it fails. */
  run: (script: string) => Promise<void>
  /** Path of a new file with this text. */
  file: (name: string, text: string) => string
  close: () => void
}

/** A bash whose `az` knows the emulator as a cloud and is signed in as the automation account. */
export async function openShell(azure: Azure): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-az-'))
  const env = environment(folder, azure)
  const shell: Shell = {
    run: (script) => runBash(script, env),
    file: (name, text) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
  await signIn(shell, azure)
  return shell
}

/** The `/adfs` ending keeps MSAL Python from asking login.microsoftonline.com whether the host may be trusted. */
async function signIn(shell: Shell, azure: Azure): Promise<void> {
  const { httpsOrigin, automation, tenantId, subscriptionId } = azure
  const endpoints = {
    management: 'https://management.core.windows.net/',
    resourceManager: `${httpsOrigin}/`,
    activeDirectory: `${httpsOrigin}/adfs`,
    activeDirectoryResourceId: 'https://management.core.windows.net/',
    activeDirectoryGraphResourceId: 'https://graph.windows.net/',
    microsoftGraphResourceId: `${httpsOrigin}/`,
  }
  const file = shell.file('cloud.json', JSON.stringify({ endpoints }))
  const { clientId, clientSecret } = automation
  await shell.run(
    [
      `az cloud register --name emulator --cloud-config '@${file}'`,
      'az cloud set --name emulator',
      `az login --service-principal --username ${clientId} --password ${clientSecret} --tenant ${tenantId}`,
      `az account set --subscription ${subscriptionId}`,
    ].join('\n'),
  )
}

function environment(folder: string, { caPath }: Azure): Record<string, string> {
  const path = process.env.PATH ?? ''
  const azureCli = process.env.AZURE_CLI_PATH
  return {
    PATH: azureCli === undefined ? path : `${dirname(azureCli)}${delimiter}${path}`,
    HOME: folder,
    AZURE_CONFIG_DIR: join(folder, 'config'),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    AZURE_CORE_NO_COLOR: 'yes',
    AZURE_CORE_SURVEY_MESSAGE: 'no',
    AZURE_EXTENSION_DIR: join(folder, 'extensions'),
    LANG: 'C.UTF-8',
    REQUESTS_CA_BUNDLE: caPath,
  }
}

/** As a person pastes it, but the first failure ends it. */
function runBash(script: string, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euc', script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (cause) => reject(new Error('not run: bash does not start', { cause })))
    child.on('close', (code) => {
      if (code === 0) resolve()
      else if (code === 127) reject(new Error(`not run: no Azure CLI on PATH: ${output}`))
      else reject(new Error(`the script ended with ${String(code)}: ${output}\n${script}`))
    })
  })
}
