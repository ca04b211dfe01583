import { expressionIssuerOf, presets, type ExpressionIssuer, type Preset } from '@trustwright/federation'

/** Issuers to choose from by name. Another one is typed: a GitLab of one's own, or one that Azure takes no patterns of. */
export const namedIssuers = [
  { id: 'github', label: 'GitHub Actions', issuer: 'https://token.actions.githubusercontent.com' },
  { id: 'gitlab', label: 'GitLab.com', issuer: 'https://gitlab.com' },
  { id: 'terraform', label: 'HCP Terraform', issuer: 'https://app.terraform.io' },
  { id: 'terraform-eu', label: 'HCP Terraform, Europe', issuer: 'https://app.eu.terraform.io' },
] as const

export type IssuerId = (typeof namedIssuers)[number]['id'] | 'other'

/** The issuer's address: of the choice, or as typed. */
export function issuerOf(choice: { readonly issuerId: IssuerId; readonly otherIssuer: string }): string {
  return namedIssuers.find(({ id }) => id === choice.issuerId)?.issuer ?? choice.otherIssuer.trim()
}

/** The choice that stands for an issuer's address. */
export function choiceOf(issuer: string): { readonly issuerId: IssuerId; readonly otherIssuer: string } {
  const known = namedIssuers.find((named) => named.issuer === issuer)
  return known === undefined
    ? { issuerId: 'other', otherIssuer: issuer }
    : { issuerId: known.id, otherIssuer: '' }
}

const patternPresets: ReadonlySet<string> = new Set([
  'github-actions',
  'gitlab',
  'hcp-terraform',
  'other-issuer',
])

/** Platforms of the portal that Azure takes no patterns of, by their names. */
export function platformsWithout(all: readonly Preset[] = presets): readonly string[] {
  return all.filter(({ id }) => !patternPresets.has(id)).map(({ title }) => title)
}

/** A value to start from, by the platform's name and the claim. */
const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GitHub: {
    sub: 'repo:contoso/pay-api:ref:refs/heads/*',
    job_workflow_ref: 'contoso/workflows/.github/workflows/deploy.yml@refs/heads/main',
    repository_id: '821093847',
    repository_owner_id: '5544123',
  },
  GitLab: {
    sub: 'project_path:contoso/pay-api:ref_type:branch:ref:*',
    project_id: '4711',
    namespace_id: '1201',
    user_id: '1202',
  },
  'HCP Terraform': { sub: 'organization:contoso:project:network:workspace:shop:run_phase:*' },
}

/** What a term's value looks like for this issuer. */
export function exampleValue(issuer: ExpressionIssuer | null, claim: string): string {
  return examples[issuer?.name ?? '']?.[claim] ?? 'system:serviceaccount:payments:*'
}

/** Day on which what Azure takes was last compared with its documents, and where they stand. */
export function factsOf(issuer: string): { readonly day: string; readonly docsUrl: string } | null {
  const known = expressionIssuerOf(issuer)
  return known === null ? null : { day: known.factsAsOf, docsUrl: known.docsUrl }
}
