import type { Phrase } from './phrase.ts'

/** What pipelines print before any token exists. Sources: https://github.com/Azure/login, https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity */
export const pipelinePhrases: readonly Phrase[] = [
  {
    pattern:
      /ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)|Failed to fetch federated token from GitHub|(?:give|have|needs?|grant|missing|requires?).{0,60}id-token|id-token: ?write/i,
    code: 'id-token-permission',
    phase: 'issue',
    text: 'GitHub issued no token: the job lacks the permission id-token: write, so the trust was never asked.',
    fix: 'Add “permissions: id-token: write” (and contents: read) to the job or workflow, in the calling workflow too; then create the trust if there is none yet. Runs of forks never get it.',
  },
  {
    pattern: /Cannot read properties of undefined \(reading 'message'\)/i,
    code: 'token-not-fetched',
    phase: 'issue',
    certainty: 'likely',
    text: 'The runner could not fetch the token from its token URL, as with self-hosted runners of GitHub Enterprise Server behind a network filter.',
    fix: 'Let the runner reach the token URL of the server (network, proxy, certificate), and turn its OIDC configuration on.',
  },
  {
    pattern:
      /(?:getaddrinfo|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|self[- ]signed certificate|certificate verify failed|x509: certificate).{0,300}(?:_services\/|pipelines\.actions|\/idtoken|vstoken|oidctoken|_apis\/distributedtask)|Error message: Failed to get ID Token/i,
    code: 'token-not-fetched',
    phase: 'issue',
    certainty: 'likely',
    text: 'The runner could not fetch the token of the job: the network, a proxy or a certificate stood between it and the token URL.',
    fix: 'Let the runner reach the token URL over https, then run again.',
  },
  {
    pattern:
      /Not all values are present\. Ensure|ARM_(?:CLIENT|TENANT)_ID.{0,60}(?:not set|missing|required|empty)|client-id.{0,20}(?:is )?(?:required|missing|not supplied)|Input required and not supplied: client-id/i,
    code: 'client-id-missing',
    phase: 'issue',
    text: 'The run had no client-id or tenant-id: both were empty. Secrets of an environment reach only a job that names it, and runs of Dependabot or of forks get no Actions secrets.',
    fix: 'Hold the ids as variables of the repository (or as Dependabot secrets), or add “environment:” to the job that has them, and trust that environment.',
  },
  {
    pattern: /unrecognized arguments:.{0,60}--federated-token/i,
    code: 'tool-too-old',
    phase: 'issue',
    text: 'The Azure CLI of the agent is too old: it does not know --federated-token.',
    fix: 'Upgrade the Azure CLI on the agent to 2.30 or later.',
  },
  {
    pattern: /cannot request token: Get ['"]?\?audience=|unsupported protocol scheme/i,
    code: 'tool-too-old',
    phase: 'issue',
    certainty: 'likely',
    text: 'The task asked no address for a token: this version of the task does not support federation, or the job hands it no request URL.',
    fix: 'Use a newer task version that supports workload identity federation; in Terraform, pass the OIDC request URL and token of the job.',
  },
  {
    pattern: /Could not fetch access token for Azure/i,
    code: 'tool-too-old',
    phase: 'issue',
    certainty: 'likely',
    text: 'The task could not get a token through the service connection: an old task version knows secrets alone.',
    fix: 'Use a newer task version that supports workload identity federation.',
  },
  {
    pattern: /SYSTEM_OIDCREQUESTURI|System\.AccessToken|SYSTEM_ACCESSTOKEN/,
    code: 'token-not-fetched',
    phase: 'issue',
    certainty: 'likely',
    text: 'The pipeline handed its own token or request address to no step, so none could ask for a token of the service connection.',
    fix: 'Map SYSTEM_ACCESSTOKEN: $(System.AccessToken) into env of the step, and use a task that takes the service connection.',
  },
  {
    pattern: /CI_JOB_JWT(?:_V[12])?|id_tokens?:? (?:is )?(?:not|missing)/i,
    code: 'token-not-fetched',
    phase: 'issue',
    certainty: 'likely',
    text: 'GitLab issued no token for this job: CI_JOB_JWT is gone since 17.0, and a job gets only the tokens that it names.',
    fix: 'Add id_tokens with aud: api://AzureADTokenExchange to the job.',
  },
]
