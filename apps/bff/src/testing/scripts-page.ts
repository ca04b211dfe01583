import { AnyNewTrust } from '@trustwright/shared-schemas'
import * as z from 'zod'

const OpenApi = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string().optional() }))),
})

interface Request {
  readonly method: string
  /** With `${name}` where a shell is to put a value: bash and PowerShell read that alike. */
  readonly path: string
}

/** What docs/scripts.md stores; refused by the contract, it does not get onto the page. */
const trust = AnyNewTrust.parse({
  name: 'octo-prod',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo-repo:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
})

/** docs/scripts.md, with methods and addresses as the portal's own OpenAPI document has them. */
export function scriptsPage(document: unknown): string {
  const { paths } = OpenApi.parse(document)
  const request = (operationId: string): Request => {
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (operation.operationId !== operationId) continue
        return { method: method.toUpperCase(), path: path.replaceAll('{', '${') }
      }
    }
    throw new Error(`the OpenAPI document has no operation ${operationId}`)
  }
  const requests = {
    list: request('listTrusts'),
    create: request('createTrust'),
    read: request('readTrust'),
    remove: request('deleteTrust'),
  }
  return [introduction, bash(requests), powerShell(requests), refusals].join('\n')
}

type Requests = Readonly<Record<'list' | 'create' | 'read' | 'remove', Request>>

const introduction = `# Scripts

The API of the portal is open to scripts, with the rights of the person who runs them: a script comes with an access token that
Entra gave that person for \`access_as_user\` of the portal's registration ([register.md](register.md)), and with nothing else. Tokens
of applications (without a person), ID tokens and tokens for Azure Resource Manager are refused. A cookie beside the token is
refused too.

\`/api/docs\` of the portal shows every address, \`/api/openapi.json\` is the document for generators, and [errors.md](errors.md) tells
every refusal.

This page is kept true by \`apps/bff/src/scripts-page.test.ts\`, which takes methods and addresses from that document;
\`vitest run --project bff src/scripts-page -u\` writes it anew. \`e2e/proofs/registration.test.ts\` runs the part in bash with the
Azure CLI against the emulator. The part in PowerShell was not run: it is read by the grammar of editors, and the first of the
two tests holds that it sends the same requests with the same bodies.

In Azure Cloud Shell run \`az login\` first: the sign-in that it comes with gets no tokens for an API of your own.
`

const bash = ({ list, create, read, remove }: Requests) => `## bash

With \`az\`, \`curl\` and \`jq\`, after \`az login\`:

\`\`\`bash
set -euo pipefail
portal=https://portal.contoso.com
clientId=00000000-0000-0000-0000-000000000000 # of the portal's registration
subscriptionId=00000000-0000-0000-0000-000000000000
resourceGroup=rg-pay
identityName=id-pay-deploy
trustName=${trust.name}

token=$(az account get-access-token --scope "api://$clientId/access_as_user" --query accessToken --output tsv)

# ask METHOD ADDRESS [OPTION…]: the token stands in no command line, where every process of the machine could read it.
ask() {
  local answer
  answer=$(curl --silent --show-error --fail-with-body --header @<(echo "Authorization: Bearer $token") \\
    --request "$1" "$portal$2" "\${@:3}") || { echo "$answer" >&2 && return 1; }
  echo "$answer"
}

# The trusts of an identity
ask ${list.method} "${list.path}" | jq -r '.trusts[] | [.name, .issuer, .subject] | @tsv'

# A new one
ask ${create.method} "${create.path}" --header 'Content-Type: application/json' --data @- <<JSON
${JSON.stringify({ ...trust, name: '$trustName' }, null, 2)}
JSON

# Delete it, as it was seen: what somebody changed meanwhile stays
fingerprint=$(ask ${read.method} "${read.path}" | jq -r .fingerprint)
ask ${remove.method} "${remove.path}" --get --data-urlencode "fingerprint=$fingerprint"
\`\`\`
`

const powerShell = ({ list, create, read, remove }: Requests) => `## PowerShell

With \`az\`, after \`az login\`:

\`\`\`powershell
$ErrorActionPreference = 'Stop'
$portal = 'https://portal.contoso.com'
$clientId = '00000000-0000-0000-0000-000000000000' # of the portal's registration
$subscriptionId = '00000000-0000-0000-0000-000000000000'
$resourceGroup = 'rg-pay'
$identityName = 'id-pay-deploy'
$trustName = '${trust.name}'

$token = az account get-access-token --scope "api://$clientId/access_as_user" --query accessToken --output tsv
if (-not $token) { throw 'The Azure CLI gave no token; it says why above.' }
$ask = @{ Headers = @{ Authorization = "Bearer $token" }; ContentType = 'application/json' }

# The trusts of an identity
$list = Invoke-RestMethod @ask -Method ${list.method} -Uri "$portal${list.path}"
$list.trusts | Format-Table 'name', 'issuer', 'subject'

# A new one
$trust = @{
${Object.entries({ ...trust, name: null })
  .map(powerShellField)
  .join('\n')}
}
Invoke-RestMethod @ask -Method ${create.method} -Uri "$portal${create.path}" -Body ($trust | ConvertTo-Json)

# Delete it, as it was seen: what somebody changed meanwhile stays
$seen = Invoke-RestMethod @ask -Method ${read.method} -Uri "$portal${read.path}"
$fingerprint = [uri]::EscapeDataString($seen.fingerprint)
Invoke-RestMethod @ask -Method ${remove.method} -Uri "$portal${remove.path}?fingerprint=$fingerprint"
\`\`\`
`

/** A field of a hash table; null: as `$trustName` says. */
function powerShellField([name, value]: [string, string | readonly string[] | null | undefined]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  if (value === null || value === undefined) return `  ${name} = $trustName`
  return `  ${name} = ${typeof value === 'string' ? quoted(value) : `@(${value.map(quoted).join(', ')})`}`
}

const refusals = `## When it is refused

- 401 \`TOKEN_REFUSED\`: take a new token with \`az account get-access-token\`, for the scope above.
- 401 \`SESSION_ENDED\`: the token is over. Take a new one, and repeat.
- 401 \`STEP_UP_REQUIRED\`: Azure wants more, such as a second factor, and \`claims\` of the answer says what. In newer versions of the
  Azure CLI \`az login --claims-challenge\` signs in with it; then take a new token, and repeat.
- 403 \`CONSENT_REQUIRED\`: an administrator consents to what \`consent\` of the answer names.
- 429 \`TOO_MANY_REQUESTS\`: wait for \`Retry-After\` seconds. Requests are counted for each person, over all tokens and sessions.

A token holds for about an hour. What the portal goes on doing without you (a set-up of many, a reading of the tenant) waits when it
is over, and goes on when you come again with a new token or in the browser. Where Azure wants more for it, \`GET /api/session\` has
\`claims\`, as \`STEP_UP_REQUIRED\` does.
`
