import type { FieldValues } from '../../model/preset.ts'
import { fieldText } from '../../model/texts.ts'
import type { Warning } from '../../model/warning.ts'
import { type GithubEntity, isGithubEntity, isTemplate, shortRef } from './facts.ts'
import { hostingOf, isServer } from './hosting.ts'
import { templateWarnings } from './template-warnings.ts'

/** What to know about a GitHub trust whose fields passed their rules. */
export function githubWarnings(fields: FieldValues): readonly Warning[] {
  const entity = fieldText(fields, 'entity')
  if (isTemplate(entity)) return [...templateWarnings(fields), ...mutableNames(fields)]
  if (!isGithubEntity(entity)) return []
  const value = entity === 'pull-request' ? '' : fieldText(fields, entity)
  return [
    ...wildcard(entity, value),
    ...understoodRef(entity, value),
    ...(value.startsWith('refs/') || entity !== 'branch' ? [] : localName(value)),
    ...encodedColon(entity, value, fields),
    ...reach(entity, fields),
    ...mutableNames(fields),
  ]
}

function wildcard(entity: GithubEntity, value: string): Warning[] {
  if (!/[*?]/.test(value)) return []
  return [
    {
      code: 'wildcard',
      severity: 'block',
      field: entity,
      text: 'No token would ever match: Azure takes * and ? as plain characters.',
      fix:
        entity === 'environment'
          ? 'Name one environment; add a trust for each further one.'
          : `Name one ${entity}, or choose an environment and let its rules say which ${entity === 'branch' ? 'branches' : 'tags'} may use it.`,
    },
  ]
}

function understoodRef(entity: GithubEntity, value: string): Warning[] {
  const short = shortRef(value, entity)
  if (short === value) return []
  return [
    {
      code: 'ref-prefix-understood',
      severity: 'info',
      field: entity,
      text: `Read as the ${entity} ${short}: the subject carries the full ref once.`,
      fix: `Nothing to do, unless the ${entity} is really named ${value}.`,
    },
  ]
}

/** Names under which a clone, not GitHub, knows a branch. */
function localName(value: string): Warning[] {
  const name = /^(?:heads|origin|upstream|remotes\/[^/]+)\/(.+)$/s.exec(value)?.[1]
  if (name === undefined) return []
  return [
    {
      code: 'unusual-value',
      severity: 'warn',
      field: 'branch',
      text: `A clone calls the branch ${name} so; GitHub likely has no branch ${value}.`,
      fix: `Type ${name}, unless the branch is really named ${value}.`,
    },
  ]
}

function encodedColon(entity: GithubEntity, value: string, fields: FieldValues): Warning[] {
  if (hostingOf(fields) === 'server-3.18') return []
  if (value.includes('%3A')) {
    return [
      {
        code: 'colon-encoded',
        severity: 'info',
        field: entity,
        text: `Read as the ${entity} ${value.replaceAll('%3A', ':')}: GitHub writes a colon as %3A.`,
        fix: 'Nothing to do.',
      },
    ]
  }
  if (!value.includes(':')) return []
  return [
    {
      code: 'colon-encoded',
      severity: 'info',
      field: entity,
      text: 'The colon is stored as %3A, as GitHub writes it in the token.',
      fix: 'Nothing to do. GitHub Enterprise Server up to 3.18 writes a plain colon.',
    },
  ]
}

function reach(entity: GithubEntity, fields: FieldValues): Warning[] {
  if (entity === 'environment') {
    return [
      {
        code: 'environment-any-branch',
        severity: 'info',
        field: 'environment',
        text: 'Any branch can use this trust, unless the environment itself limits its branches.',
        fix: 'Set deployment branches and reviewers for the environment at GitHub.',
      },
    ]
  }
  const wins: Warning = {
    code: 'environment-wins',
    severity: 'info',
    field: 'entity',
    text: `A job that names an environment does not match: its token carries the environment instead of the ${entity.replace('-', ' ')}.`,
    fix: `Leave “environment:” out of the job, or choose an environment here.`,
  }
  if (entity !== 'pull-request') return [wins]
  const repository = `${fieldText(fields, 'owner')}/${fieldText(fields, 'repository')}`
  return [
    {
      code: 'pull-request-any',
      severity: 'warn',
      field: 'entity',
      text: `Any pull request of ${repository} can use this trust, before anybody reviewed it.`,
      fix: 'Give this identity read access only, or choose an environment with reviewers.',
    },
    wins,
  ]
}

/** https://learn.microsoft.com/entra/workload-id/workload-identities-federated-credential-mutable-subjects */
function mutableNames(fields: FieldValues): Warning[] {
  if (fieldText(fields, 'identifiers') === 'ids' || fieldText(fields, 'entity') === 'keys') return []
  if (isServer(fields)) return []
  return [
    {
      code: 'name-based-subject',
      severity: 'info',
      field: 'identifiers',
      text: 'Repositories created, renamed or transferred since 15 July 2026 send IDs beside the names and do not match this.',
      fix: 'See the format by: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub',
    },
  ]
}
