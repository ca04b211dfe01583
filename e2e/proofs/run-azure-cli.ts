import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import type { Azure } from './azure.ts'

type Settings = Readonly<Record<string, string>>

export interface Shell {
  /**
   * What a bash script prints in which `az` is signed in; rejects with its words when it fails. `onStderr` sees the text
   * while it runs.
   */
  run: (script: string, settings?: Settings, onStderr?: (text: string) => void) => Promise<string>
  /** Path of a file in the shell's own folder. */
  path: (name: string) => string
  /** Path of a new file with this text. */
  file: (name: string, text: string) => string
  close: () => void
}

/** A bash whose `az` knows the emulator as a cloud and is signed in as the automation account, or not at all. */
export async function openShell(azure: Azure, as: 'automation' | 'nobody' = 'automation'): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-az-'))
  const env = environment(folder, azure)
  const path = (name: string) => join(folder, name)
  const shell: Shell = {
    run: (script, settings, onStderr) => runBash(script, { ...env, ...settings }, onStderr),
    path,
    file: (name, text) => {
      writeFileSync(path(name), text)
      return path(name)
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
  await shell.run([knowCloud(shell, azure), ...(as === 'automation' ? signIn(azure) : [])].join('\n'))
  return shell
}

/** The `/adfs` ending keeps MSAL Python from asking login.microsoftonline.com whether the host may be trusted. */
function knowCloud(shell: Shell, { httpsOrigin }: Azure): string {
  const endpoints = {
    management: 'https://management.core.windows.net/',
    resourceManager: `${httpsOrigin}/`,
    activeDirectory: `${httpsOrigin}/adfs`,
    activeDirectoryResourceId: 'https://management.core.windows.net/',
    activeDirectoryGraphResourceId: 'https://graph.windows.net/',
    microsoftGraphResourceId: `${httpsOrigin}/`,
  }
  const file = shell.file('cloud.json', JSON.stringify({ endpoints }))
  return `az cloud register --name emulator --cloud-config '@${file}'\naz cloud set --name emulator`
}

function signIn({ automation, tenantId, subscriptionId }: Azure): string[] {
  const { clientId, clientSecret } = automation
  return [
    `az login --service-principal --username ${clientId} --password ${clientSecret} --tenant ${tenantId}`,
    `az account set --subscription ${subscriptionId}`,
  ]
}

function environment(folder: string, { caPath }: Azure): Record<string, string> {
  const path = process.env.PATH ?? ''
  const azureCli = process.env.AZURE_CLI_PATH
  const config = join(folder, 'config')
  mkdirSync(config)
  // Without it the first command of each folder loads all modules of the Azure CLI to make one.
  const index = process.env.AZURE_CLI_INDEX
  if (index !== undefined) copyFileSync(index, join(config, 'commandIndex.json'))
  return {
    PATH: azureCli === undefined ? path : `${dirname(azureCli)}${delimiter}${path}`,
    HOME: folder,
    AZURE_CONFIG_DIR: config,
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    AZURE_CORE_NO_COLOR: 'yes',
    AZURE_CORE_SURVEY_MESSAGE: 'no',
    AZURE_EXTENSION_DIR: join(folder, 'extensions'),
    LANG: 'C.UTF-8',
    REQUESTS_CA_BUNDLE: caPath,
  }
}

/** As a person pastes it, but the first failure ends it. Gives what it prints, rejects with its words. */
export function runBash(
  script: string,
  env: Settings,
  onStderr: (text: string) => void = () => undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euc', script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text
        if (name === 'stderr') onStderr(said.stderr)
      })
    }
    child.on('error', (cause) => reject(new Error('not run: bash does not start', { cause })))
    child.on('close', (code) => {
      const output = said.stderr + said.stdout
      if (code === 0) resolve(said.stdout)
      else if (code === 127) reject(new Error(`not run: no Azure CLI on PATH: ${output}`))
      else reject(new Error(`the script ended with ${String(code)}: ${output}\n${script}`))
    })
  })
}
