import type { Export, ExportContext, ExportedTrust } from './export.ts'
import { armAddress, armProperties } from './arm-request.ts'
import { definitionStem, trustsOf } from './definition.ts'
import { graphRequest } from './graph-request.ts'
import { escapeUnseen } from './quoting.ts'
import { armEndpointOf, graphEndpointOf } from './workload-context.ts'

/**
 * Requests for an editor that sends `.http` files: each trust is stored, then read back.
 * https://learn.microsoft.com/aspnet/core/test/http-files, https://www.jetbrains.com/help/idea/exploring-http-syntax.html
 */
export function httpFile(context: ExportContext): Export {
  const { parent } = context
  const resource = parent.kind === 'managedIdentity' ? armEndpointOf(context) : graphEndpointOf(context)
  const head = [
    `# az account get-access-token --resource ${resource} --query accessToken --output tsv`,
    '@token = <access-token>',
  ].join('\n')
  return {
    language: 'http',
    filename: `${definitionStem(context)}.http`,
    text: `${[head, ...trustsOf(context).map((trust) => requestsOf(context, trust))].join('\n\n')}\n`,
  }
}

function requestsOf(context: ExportContext, trust: ExportedTrust): string {
  const { parent } = context
  if (parent.kind === 'managedIdentity') {
    const address = armAddress(context, parent, trust)
    return pair('PUT', address, address, {}, { properties: armProperties(trust) })
  }
  const { method, address, check, headers, body } = graphRequest(context, parent, trust)
  return pair(method, address, check, headers, body)
}

function pair(
  method: string,
  address: string,
  check: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): string {
  return [
    '### Store',
    `${method} ${address} HTTP/1.1`,
    'Authorization: Bearer {{token}}',
    'Content-Type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    literal(escapeUnseen(JSON.stringify(body, null, 2))),
    '',
    '### Read back',
    `GET ${check} HTTP/1.1`,
    'Authorization: Bearer {{token}}',
  ].join('\n')
}

/** `{{` starts a variable wherever it stands. In JSON written with indents it stands inside texts alone. */
function literal(json: string): string {
  return json.replaceAll('{{', '{\\u007b')
}
