import type { Phrase } from './phrase.ts'

/** What SDKs, webhooks and Terraform print when they present no token at all. https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
export const clientPhrases: readonly Phrase[] = [
  {
    pattern:
      /AZURE_(?:CLIENT_ID|TENANT_ID|AUTHORITY_HOST).{0,60}(?:not (?:set|found|defined)|missing|required|empty)|no token file specified|AZURE_FEDERATED_TOKEN_FILE|azure-identity-token:? no such file|(?:WorkloadIdentityCredential|workload identity).{0,200}(?:not fully configured|unavailable|no client ID specified|no tenant ID specified)/i,
    code: 'token-not-fetched',
    phase: 'issue',
    text: 'The pod got no token and no variables of workload identity: the webhook did not change it.',
    fix: 'Put the label azure.workload.identity/use: "true" on the pod and the client-id annotation on its service account, then create the pod again. Pods in kube-system are left out.',
  },
  {
    pattern:
      /Please run 'az login'|could not (?:configure|parse) Azure ?Cli|AzureCLICredential: (?:Azure CLI not found|ERROR)|running Azure CLI: exit status/i,
    code: 'login-not-started',
    phase: 'issue',
    certainty: 'likely',
    text: 'The tool fell back to the Azure CLI, where nobody is signed in: it was not told to use OIDC.',
    fix: 'Turn OIDC on in the tool (Terraform: use_oidc = true or ARM_USE_OIDC=true, with ARM_CLIENT_ID and ARM_TENANT_ID), or sign in by azure/login before.',
  },
  {
    pattern:
      /Multiple user assigned identities exist|ManagedIdentityCredential authentication (?:unavailable|failed)|no managed identity endpoint found|Identity not found/i,
    code: 'login-not-started',
    phase: 'issue',
    certainty: 'likely',
    text: 'The tool asked the machine for its managed identity, which is not there or not assigned; no token of the workload was presented. In Azure DevOps, an old task version does so.',
    fix: 'Use a task or SDK version that supports workload identity federation (a newer task), and give it the client ID.',
  },
  {
    pattern:
      /DefaultAzureCredential.{0,60}failed to (?:acquire|retrieve)|ChainedTokenCredential.{0,40}failed|EnvironmentCredential.{0,60}(?:missing|incomplete) environment/i,
    code: 'login-not-started',
    phase: 'issue',
    certainty: 'possible',
    text: 'No credential of the chain worked, and the text names no answer of Entra: the token of the workload was likely never presented.',
    fix: 'Use WorkloadIdentityCredential (or ClientAssertionCredential) directly, which says why it fails; then paste its text here.',
  },
  {
    pattern:
      /Az CLI Login failed\. Please check the credentials|The process '[^']{0,100}\baz' failed with exit code/i,
    code: 'login-not-started',
    phase: 'issue',
    certainty: 'possible',
    text: 'azure/login could not sign in, and this line does not say why.',
    fix: 'Paste the lines before it, from “Federated token details” or AADSTS on.',
  },
  {
    pattern: /Failed to obtain the JSON Web Token \(JWT\) using service principal/i,
    code: 'connection-differs',
    phase: 'exchange',
    certainty: 'possible',
    text: 'The token of the service connection was not taken: the federated credential likely has another issuer and subject than the connection, such as those of the older generation (vstoken, sc://).',
    fix: 'Copy issuer and subject from the service connection into the trust; edit and save the connection to see both.',
  },
  {
    pattern: /oauth2\/(?:v2\.0\/)?token.{0,300}\b40[01]\b|RESPONSE 40[01]/i,
    code: 'claims-unknown',
    phase: 'exchange',
    certainty: 'possible',
    text: 'Entra refused the token; the text shows neither its code nor which claim differs. On clusters that share an identity, the issuer of each is another one.',
    fix: 'Paste the lines with AADSTS, or the token. Compare the issuer of each cluster with the trusts.',
  },
]
