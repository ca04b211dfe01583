import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { armAddress, armProperties } from './arm-request.ts'
import type { AzCall } from './azure-cli.ts'
import { definitionStem, trustsOf } from './definition.ts'
import { graphRequest } from './graph-request.ts'
import { bashCommand } from './quoting.ts'
import { graphEndpointOf } from './workload-context.ts'

/**
 * The same requests by hand: Azure Resource Manager replaces the trust, Graph makes or changes it.
 * https://learn.microsoft.com/cli/azure/reference-index#az-rest
 */
export function azRest(context: ExportContext): Export {
  const commands = trustsOf(context).map((trust) => {
    const { command, options } = azRestCommand(context, trust)
    return bashCommand(command, options)
  })
  return {
    language: 'bash',
    filename: `${definitionStem(context)}-rest.sh`,
    text: `${commands.join('\n')}\n`,
  }
}

/** `az` finds out itself whose token Azure Resource Manager needs; Graph's is named, since a cloud may serve both at one host. */
export function azRestCommand(context: ExportContext, trust: ExportedTrust): AzCall {
  const { parent } = context
  if (parent.kind === 'managedIdentity') {
    return {
      command: 'az rest --method put',
      options: [
        ['--url', armAddress(context, parent, trust)],
        ['--body', JSON.stringify({ properties: armProperties(trust) })],
      ],
    }
  }
  const { method, address, headers, body } = graphRequest(context, parent, trust)
  return {
    command: `az rest --method ${method.toLowerCase()}`,
    options: [
      ['--url', address],
      ['--resource', `${graphEndpointOf(context)}/`],
      ...Object.entries(headers).map(([name, value]) => ['--headers', `${name}=${value}`] as const),
      ['--body', JSON.stringify(body)],
    ],
  }
}
