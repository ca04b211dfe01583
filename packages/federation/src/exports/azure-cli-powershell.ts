import type { Export, ExportContext } from './export.ts'
import { azCreate, cloudName, signIn } from './azure-cli.ts'
import { definitionStem, trustsOf } from './definition.ts'
import { powershellAz } from './powershell-text.ts'

/**
 * The commands of `azureCli` for PowerShell 7, on Windows too. Windows PowerShell 5.1 reads a file without a byte order mark in another encoding.
 * https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-powershell
 */
export function azureCliPowershell(context: ExportContext): Export {
  const login = signIn(context)
  const signInCall = powershellAz(`  ${login.command}`, login.options)
  const text = [
    '#Requires -Version 7.0',
    ...cloudName(context).map((name) => `az cloud set --name ${name}`),
    '',
    ...trustsOf(context).flatMap((trust) => {
      const call = azCreate(context, trust)
      const { before, command, after } = powershellAz(call.command, call.options)
      return [...before, command, ...after, '']
    }),
    '# Check, when $env:TOKEN holds the token that the workload received. It replaces your own sign-in.',
    'if ($env:TOKEN) {',
    ...signInCall.before.map((line) => `  ${line}`),
    `${signInCall.command} \`\n  --federated-token $env:TOKEN`,
    ...signInCall.after.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n')
  return { language: 'powershell', filename: `${definitionStem(context)}.ps1`, text }
}
