import { hostOf } from '../presets/issuer-host.ts'
import { issuerFacts } from '../presets/issuer-facts.ts'

/** Platforms that are told apart by their issuers or subjects alone. */
export type KnownPlatform = keyof typeof platformTitles

export const platformTitles = {
  github: 'GitHub Actions',
  gitlab: 'GitLab',
  terraform: 'HCP Terraform',
  'azure-devops': 'Azure DevOps',
  entra: 'Entra',
  cluster: 'Kubernetes',
  google: 'Google Cloud',
  circleci: 'CircleCI',
  buildkite: 'Buildkite',
  vercel: 'Vercel',
  fly: 'Fly.io',
  spacelift: 'Spacelift',
  pulumi: 'Pulumi',
  scalr: 'Scalr',
  env0: 'env zero',
  codefresh: 'Codefresh',
  harness: 'Harness',
  bitbucket: 'Bitbucket',
  semaphore: 'Semaphore',
  aws: 'AWS',
} as const

/** Hosts that nobody but the platform has. https://docs.github.com/en/actions/reference/security/oidc and the presets' own pages. */
const hosts: readonly (readonly [RegExp, KnownPlatform])[] = [
  [/^token\.actions\.(?:githubusercontent\.com|[a-z0-9-]+\.ghe\.com)$/, 'github'],
  [/^gitlab\.com$/, 'gitlab'],
  [/^app\.(?:eu\.)?terraform\.io$/, 'terraform'],
  [/(?:^|\.)vstoken\.(?:dev\.azure\.com|visualstudio\.com)$/, 'azure-devops'],
  [/^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn)$/, 'entra'],
  [/^(?:sts\.windows\.net|sts\.chinacloudapi\.cn|login\.windows\.net)$/, 'entra'],
  [/\.prod-aks\.azure\.(?:com|us|cn)$|\.oic\.prod-arc\.azure\.com$/, 'cluster'],
  [/^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$|^container\.googleapis\.com$/, 'cluster'],
  [/^accounts\.google\.com$/, 'google'],
  [/^oidc\.circleci\.com$/, 'circleci'],
  [/^agent\.buildkite\.com$/, 'buildkite'],
  [/^oidc\.vercel\.com$/, 'vercel'],
  [/^oidc\.fly\.io$/, 'fly'],
  [/\.app\.spacelift\.io$/, 'spacelift'],
  [/^api\.pulumi\.com$/, 'pulumi'],
  [/^scalr\.io$/, 'scalr'],
  [/^login\.app\.env0\.com$/, 'env0'],
  [/^oidc\.codefresh\.io$/, 'codefresh'],
  [/^app3?\.harness\.io$/, 'harness'],
  [/^api\.bitbucket\.org$/, 'bitbucket'],
  [/\.semaphoreci\.com$/, 'semaphore'],
  [/\.tokens\.sts\.global\.api\.aws$|^cognito-identity\.amazonaws\.com$/, 'aws'],
]

/** Starts of subjects that one platform alone writes. */
const subjects: readonly (readonly [RegExp, KnownPlatform])[] = [
  [/^(?:repo|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref):/i, 'github'],
  [/^project_(?:path|id):/i, 'gitlab'],
  [/^organization:[^:]*:(?:project|module|workspace):/i, 'terraform'],
  [/^(?:sc|p):\/\//i, 'azure-devops'],
  [/^\/eid1\//i, 'entra'],
  [/^system:serviceaccounts?:/i, 'cluster'],
  [/^org\/[0-9a-f-]{36}\/project\//i, 'circleci'],
  [/^owner:[^:]+:project:[^:]+:environment:/i, 'vercel'],
  [/^space:[^:]+:(?:stack|module):[^:]+:run_type:/i, 'spacelift'],
  [/^pulumi:(?:deploy|environments):/i, 'pulumi'],
  [/^account:[0-9a-f]{24}:pipeline:/i, 'codefresh'],
  [/^account:[^:]+:environment:/i, 'scalr'],
  [/^auth0\|/i, 'env0'],
  [/^arn:aws[a-z-]*:/i, 'aws'],
]

/** The platform that has this issuer, or null when any could. */
export function platformOfIssuer(issuer: string): KnownPlatform | null {
  if (/\/_services\/token\/*$/.test(issuer)) return 'github'
  const host = hostOf(issuer.trim())
  return hosts.find(([pattern]) => pattern.test(host))?.[1] ?? null
}

/** The platform that writes such subjects, or null when any could. */
export function platformOfSubject(subject: string): KnownPlatform | null {
  return subjects.find(([pattern]) => pattern.test(subject))?.[1] ?? null
}

/**
 * The issuer as its platform writes it, as far as that is known: without white space, with a small host, and with or
 * without the slash. By it the subject can be judged although the issuer has a fault of its own.
 */
export function spelledRight(issuer: string): string {
  const trimmed = issuer.trim()
  const host = hostOf(trimmed)
  if (host === '') return trimmed
  const { origin, pathname } = new URL(trimmed)
  const path = withoutEndSlashes(rightCase(pathname.replaceAll(/\/{2,}/g, '/'), host))
  const fact = issuerFacts.find((known) => known.host.test(host))
  if (fact === undefined) return `${origin}${pathname === '/' && !trimmed.endsWith('/') ? '' : pathname}`
  return `${origin.replace(/^http:/, 'https:')}${path}${fact.endsWithSlash ? '/' : ''}`
}

/** Paths of GUIDs are written small, the ID of an EKS cluster in capitals. */
export function rightCase(path: string, host: string): string {
  if (host.startsWith('oidc.eks.'))
    return path.replace(/^\/id\/([0-9a-f]{32})$/i, (_all, id: string) => `/id/${id.toUpperCase()}`)
  const isLower =
    /\.prod-aks\.azure\.|^login\.|(?:^|\.)vstoken\./.test(host) || /^\/_services\/token$/i.test(path)
  return isLower ? path.toLowerCase() : path
}

export function withoutEndSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}
