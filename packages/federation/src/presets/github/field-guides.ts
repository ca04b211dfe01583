import type { FieldGuide } from '../../model/preset.ts'

const whenIds = { field: 'identifiers', is: ['ids'] } as const

export const githubFieldGuides = {
  owner: {
    label: 'Owner',
    help: 'The organisation or account, in the capitals that GitHub shows.',
    example: 'contoso',
  },
  repository: {
    label: 'Repository',
    help: 'Its name alone, in the capitals that GitHub shows.',
    example: 'pay-api',
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
} as const satisfies Record<string, FieldGuide>
