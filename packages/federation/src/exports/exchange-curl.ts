import type { Export } from './export.ts'
import { bashWord } from './quoting.ts'
import { armEndpointOf, authorityOf, clientIdOf, fileStem, type WorkloadContext } from './workload-context.ts'

/**
 * The exchange itself, without a library.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential
 */
export function exchangeCurl(context: WorkloadContext): Export {
  const form = [
    'grant_type=client_credentials',
    `client_id=${clientIdOf(context)}`,
    `scope=${armEndpointOf(context)}/.default`,
    'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  ]
  const address = `${authorityOf(context)}/${encodeURIComponent(context.tenantId)}/oauth2/v2.0/token`
  const lines = [
    `curl --silent --show-error ${bashWord(address)}`,
    ...form.map((pair) => `--data-urlencode ${bashWord(pair)}`),
    '--data-urlencode "client_assertion=$TOKEN"',
  ]
  const text = `# TOKEN holds the token that the workload received.\n${lines.join(' \\\n  ')}\n`
  return { language: 'bash', filename: `${fileStem(context)}-exchange.sh`, text }
}
