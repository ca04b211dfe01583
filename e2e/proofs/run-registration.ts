import { fileURLToPath } from 'node:url'
import type { Azure } from './azure.ts'
import type { Shell } from './run-azure-cli.ts'

const script = fileURLToPath(new URL('../../docs/register.sh', import.meta.url))

export const portalOrigin = 'https://portal.contoso.com'

interface Registered {
  /** The variables of the portal, as the script prints them. */
  variables: Record<string, string>
  /** What it told meanwhile. */
  told: string
}

/** Runs docs/register.sh as whoever is signed in to the shell's `az`; rejects with its words. */
export async function register(
  shell: Shell,
  azure: Azure,
  settings: Readonly<Record<string, string>>,
): Promise<Registered> {
  let told = ''
  const printed = await shell.run(`bash '${script}'`, settingsOf(azure, settings), (stderr) => {
    told = stderr
  })
  const lines = printed.trim().split('\n')
  const pair = (line: string) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]
  return { variables: Object.fromEntries(lines.map(pair)), told }
}

/** Runs it at a terminal, where it asks; rejects with all that stood there when it fails. */
export async function registerAtTerminal(
  shell: Shell,
  azure: Azure,
  settings: Readonly<Record<string, string>>,
  answer: string,
): Promise<string> {
  const atTerminal = `script --quiet --return --command "bash '${script}'" /dev/null`
  return await shell.run(`echo ${answer} | ${atTerminal}`, settingsOf(azure, settings))
}

function settingsOf({ httpsOrigin }: Azure, settings: Readonly<Record<string, string>>) {
  return { PORTAL_ORIGIN: portalOrigin, AZURE_AUTHORITY_HOST: httpsOrigin, ...settings }
}
