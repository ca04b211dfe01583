import type { FieldValues } from '../../model/preset.ts'
import type { Warning } from '../../model/warning.ts'
import { type FieldRule, refuse } from '../define-preset.ts'
import { host } from '../platform/fields.ts'
import { templateRule } from './custom-subject-rule.ts'
import { type GithubEntity, shortRef } from './facts.ts'
import { githubFieldGuides } from './field-guides.ts'
import { isServer } from './hosting.ts'

/**
 * Logins; accounts of Enterprise Managed Users end in `_` and the short code of the enterprise.
 * https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication
 */
const ownerPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:_[A-Za-z0-9]{3,8})?$/
const repositoryPattern = /^[A-Za-z0-9._-]{1,100}$/
const idPattern = /^[1-9][0-9]{0,18}$/

export const githubFieldRules: Readonly<Record<string, FieldRule>> = {
  owner: (value) =>
    pastedAddress('owner', value) ??
    (value.length <= 39 && ownerPattern.test(value)
      ? null
      : refuse(
          'owner',
          'GitHub has no such owner: names have letters, digits and single hyphens, at most 39 characters; accounts of an enterprise end in _ and its short code.',
          'Copy the owner from the address of the repository.',
        )),
  repository: (value) => pastedAddress('repository', value) ?? repositoryName(value),
  ownerId: (value) => id('ownerId', value),
  repositoryId: (value) => id('repositoryId', value),
  environment: (value) =>
    value.length <= 255 && !/\p{Cc}/u.test(value)
      ? null
      : refuse(
          'environment',
          'GitHub has no such environment: names have at most 255 characters and no line breaks.',
          'Copy the name from the settings of the repository.',
        ),
  identifiers: (value, fields) => noIdsOnServer(value, fields),
  template: templateRule('template'),
  claims: templateRule('claims'),
  enterprise: (value) => slug('enterprise', value),
  subdomain: (value) => slug('subdomain', value),
  serverHost: (value) => host(githubFieldGuides.serverHost).rule?.('serverHost')(value, {}) ?? null,
  branch: (value) => gitRef('branch', value),
  tag: (value) => gitRef('tag', value),
}

function noIdsOnServer(value: string, fields: FieldValues): Warning | null {
  if (value !== 'ids' || !isServer(fields)) return null
  return refuse(
    'identifiers',
    'Enterprise Server never sends IDs in the subject.',
    'Choose “Names (older repositories)”.',
  )
}

function slug(field: 'enterprise' | 'subdomain', value: string): Warning | null {
  if (/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(value)) return null
  return refuse(
    field,
    'It has letters, digits and hyphens, without dots and slashes.',
    'Copy it from the address.',
  )
}

function id(field: string, value: string): Warning | null {
  if (idPattern.test(value)) return null
  return refuse(field, 'An ID of GitHub has digits only.', 'Run the command above and copy the number.')
}

function repositoryName(value: string): Warning | null {
  if (/\.git$/i.test(value)) {
    return refuse(
      'repository',
      'The token carries the name without .git, so this would never match.',
      'Remove .git.',
    )
  }
  if (repositoryPattern.test(value) && value !== '.' && value !== '..') return null
  return refuse(
    'repository',
    'GitHub has no such repository: names have letters, digits, - _ and dots, at most 100 characters.',
    'Copy the name from the address of the repository.',
  )
}

function pastedAddress(field: 'owner' | 'repository', value: string): Warning | null {
  if (!/[/:@]/.test(value)) return null
  const [owner, repository] = value
    .replace(/^(?:[a-z+]+:\/\/)?(?:[^/@\s]*@)?(?:www\.)?github\.com[/:]/i, '')
    .split('/')
  const wanted = field === 'owner' ? owner : (repository ?? '').replace(/\.git$/i, '')
  if (/^[\w.-]+@\d+$/.test(value)) {
    return refuse(
      field,
      'The number is the ID, which has a field of its own.',
      'Choose “Names with IDs” under “Subject format”.',
    )
  }
  const fix =
    wanted !== undefined && repositoryPattern.test(wanted)
      ? `Type ${wanted} here.`
      : 'Type the name alone, without https:// and slashes.'
  return refuse(field, 'This is an address or a path. The token carries owner and repository apart.', fix)
}

function gitRef(entity: GithubEntity & ('branch' | 'tag'), value: string): Warning | null {
  return otherRefKind(entity, value) ?? refName(entity, shortRef(value, entity))
}

function otherRefKind(entity: 'branch' | 'tag', value: string): Warning | null {
  const kind = /^refs\/(heads|tags|pull)\//.exec(value)?.[1]
  if (kind === undefined || kind === (entity === 'branch' ? 'heads' : 'tags')) return null
  const choice = kind === 'heads' ? 'Branch' : kind === 'tags' ? 'Tag' : 'Pull request'
  return refuse(entity, `${value} is not a ${entity}.`, `Choose “${choice}” under “Runs from”.`)
}

/** Rules of https://git-scm.com/docs/git-check-ref-format, but for `*` and `?`, which have a warning of their own. */
function refName(entity: 'branch' | 'tag', name: string): Warning | null {
  const broken =
    name === '' ||
    name.startsWith('-') ||
    /[\s~^:[\\\p{Cc}]|\.\.|@\{|\/\/|^\/|\/$|\.$|^@$|(?:^|\/)\.|\.lock(?:\/|$)/u.test(name)
  if (!broken) return null
  return refuse(
    entity,
    `Git does not allow this name for a ${entity}, so no token carries it.`,
    `Copy the ${entity} from GitHub.`,
  )
}
