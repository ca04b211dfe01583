import { pastedTrust, credential } from '../build-credential.ts'
import { note, workload } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { FoundReading } from '../paste-reading.ts'
import { readGithubAddress } from '../addresses/github-address.ts'
import { readGitlabAddress } from '../addresses/gitlab-address.ts'
import { readAddress } from '../addresses/address.ts'
import { optionsOf, type CommandLine } from './command-line.ts'

/** A call of `gh`, `git`, `kubectl` or `azwi` that names a repository or a service account. */
export function readOtherCommand({ words }: CommandLine, context: PasteContext): FoundReading | null {
  const [name = '', ...texts] = words.map(({ text }) => text)
  const options = optionsOf(words)
  if (name === 'gh') return readGh(texts, options.text('repo', 'r'), options.text('env', 'e'))
  if (name === 'git') return repositoryOf(texts.find((text) => /[:/]/.test(text)) ?? '', context)
  if (name === 'kubectl' || name === 'oc' || name === 'k')
    return readKubectl(texts, options.text('namespace', 'n'))
  return name === 'azwi' ? readAzwi(options, context) : null
}

function repositoryOf(text: string, context: PasteContext): FoundReading | null {
  const address = readAddress(text)
  if (address === null) return null
  const found = readGithubAddress(address, context) ?? readGitlabAddress(address, context)
  return found === null || found.kind === 'nothing' ? null : found
}

/** `gh repo clone`, `gh api /repos/…`, `--repo`. https://cli.github.com/manual/ */
function readGh(
  texts: readonly string[],
  repo: string | undefined,
  environment: string | undefined,
): FoundReading | null {
  const named = [repo, ...texts].map((text) =>
    /^(?:\/?repos\/)?(?:(?:https:\/\/)?github\.com\/)?([A-Za-z0-9_-]{1,50})\/([\w.-]{1,100})(?:\/|$)/.exec(
      text ?? '',
    ),
  )
  const [, owner, repository] = named.find((found) => found !== null) ?? []
  if (owner === undefined || repository === undefined) return null
  return workload(
    'github-actions',
    { owner, repository, ...(environment === undefined ? {} : { entity: 'environment', environment }) },
    `GitHub repository ${owner}/${repository}${environment === undefined ? '' : `, environment ${environment}`}`,
  )
}

const clusterIssuer = note(
  'read-issuer',
  "The issuer is the cluster's. Read it: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer",
)

/** `kubectl create serviceaccount api -n shop`, `kubectl create token`, `kubectl annotate sa`. */
function readKubectl(texts: readonly string[], namespace: string | undefined): FoundReading | null {
  const verb = texts.findIndex((text) => /^(?:create|get|annotate|describe|edit)$/.test(text))
  const rest = verb < 0 ? [] : texts.slice(verb + 1)
  const [kind, name] = rest[0]?.includes('/') === true ? rest[0].split('/') : rest
  if (!/^(?:serviceaccounts?|sa|token)$/.test(kind ?? '') || name === undefined || name.startsWith('-'))
    return null
  return workload('kubernetes', { namespace, serviceAccount: name }, `Kubernetes service account ${name}`, {
    notes: [clusterIssuer],
  })
}

/** https://azure.github.io/azure-workload-identity/docs/topics/azwi/serviceaccount-create.html */
function readAzwi(options: ReturnType<typeof optionsOf>, { cloud }: PasteContext): FoundReading | null {
  const namespace = options.text('service-account-namespace')
  const serviceAccount = options.text('service-account-name')
  const issuer = options.text('service-account-issuer-url')
  const application = options.text('aad-application-name')
  if (namespace === undefined || serviceAccount === undefined) return null
  if (issuer === undefined) {
    return workload(
      'kubernetes',
      { namespace, serviceAccount },
      `Kubernetes service account ${namespace}/${serviceAccount}`,
      { notes: [clusterIssuer] },
    )
  }
  const parent =
    application === undefined ? undefined : ({ kind: 'application', displayName: application } as const)
  return credential([
    pastedTrust({ issuer, subject: `system:serviceaccount:${namespace}:${serviceAccount}`, parent }, cloud),
  ])
}
