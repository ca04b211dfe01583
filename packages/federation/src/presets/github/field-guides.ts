import type { FieldGuide } from '../../model/preset.ts'

const whenIds = { field: 'identifiers', is: ['ids'] } as const
/** A template without the repository needs no name of it. */
const whenNamed = {
  field: 'entity',
  is: ['environment', 'branch', 'tag', 'pull-request', 'template', ''],
} as const

export const githubFieldGuides = {
  owner: {
    label: 'Owner',
    help: 'The organisation or account, in the capitals that GitHub shows.',
    example: 'contoso',
    shownWhen: whenNamed,
  },
  repository: {
    label: 'Repository',
    help: 'Its name alone, in the capitals that GitHub shows.',
    example: 'pay-api',
    shownWhen: whenNamed,
  },
  identifiers: {
    label: 'Subject format',
    help: 'Repositories created, renamed or transferred since 15 July 2026 send names with IDs. Older ones send names until they opt in.',
    example: 'names',
    optional: true,
    options: [
      { value: 'names', label: 'Names (older repositories)' },
      { value: 'ids', label: 'Names with IDs (immutable)' },
    ],
  },
  ownerId: {
    label: 'Owner ID',
    help: "Shown by: gh api /repos/OWNER/REPOSITORY --jq '.owner.id'",
    example: '123456',
    shownWhen: whenIds,
  },
  repositoryId: {
    label: 'Repository ID',
    help: "Shown by: gh api /repos/OWNER/REPOSITORY --jq '.id'",
    example: '456789',
    shownWhen: whenIds,
  },
  entity: {
    label: 'Runs from',
    help: 'An environment is the narrowest choice: its protection rules decide which jobs get in.',
    example: 'environment',
    options: [
      { value: 'environment', label: 'Environment' },
      { value: 'branch', label: 'Branch' },
      { value: 'tag', label: 'Tag' },
      { value: 'pull-request', label: 'Pull request' },
      { value: 'template', label: 'Custom template with the repository' },
      { value: 'keys', label: 'Custom template without the repository' },
    ],
  },
  environment: {
    label: 'Environment',
    help: 'As named in the settings of the repository. The job must name it too.',
    example: 'production',
    shownWhen: { field: 'entity', is: ['environment'] },
  },
  branch: {
    label: 'Branch',
    help: 'One branch, without refs/heads/.',
    example: 'main',
    shownWhen: { field: 'entity', is: ['branch'] },
  },
  tag: {
    label: 'Tag',
    help: 'One tag, without refs/tags/. Patterns such as v* do not work.',
    example: 'v1.4.0',
    shownWhen: { field: 'entity', is: ['tag'] },
  },
  template: {
    label: 'Claims of the template',
    help: 'The keys of include_claim_keys in their order, each but repo with its value. See the keys by: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub',
    example: 'repo, job_workflow_ref=contoso/workflows/.github/workflows/deploy.yml@refs/heads/main',
    shownWhen: { field: 'entity', is: ['template'] },
  },
  claims: {
    label: 'Claims of the template',
    help: 'The keys of include_claim_keys in their order, each with its value.',
    example: 'repository_owner=contoso, repository_visibility=private',
    shownWhen: { field: 'entity', is: ['keys'] },
  },
  hosting: {
    label: 'GitHub',
    help: 'Where the repository lives: it decides the issuer.',
    example: 'github',
    optional: true,
    options: [
      { value: 'github', label: 'github.com' },
      { value: 'enterprise', label: 'github.com, issuer of the enterprise' },
      { value: 'ghe', label: 'GHE.com (data residency)' },
      { value: 'ghe-unique', label: 'GHE.com, issuer of the enterprise' },
      { value: 'server', label: 'Enterprise Server' },
      { value: 'server-3.18', label: 'Enterprise Server up to 3.18' },
    ],
  },
  enterprise: {
    label: 'Enterprise',
    help: 'Its slug, as in github.com/enterprises/SLUG.',
    example: 'contoso',
    shownWhen: { field: 'hosting', is: ['enterprise'] },
  },
  subdomain: {
    label: 'Subdomain',
    help: 'What stands before .ghe.com in its address.',
    example: 'contoso',
    shownWhen: { field: 'hosting', is: ['ghe', 'ghe-unique'] },
  },
  serverHost: {
    label: 'Server',
    help: 'Its host, without https://. Azure must be able to read its keys from the internet.',
    example: 'github.contoso.com',
    shownWhen: { field: 'hosting', is: ['server', 'server-3.18'] },
  },
} as const satisfies Record<string, FieldGuide>
