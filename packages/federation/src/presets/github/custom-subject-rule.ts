import type { Warning } from '../../model/warning.ts'
import { type FieldRule, refuse } from '../define-preset.ts'
import { type ClaimPart, readClaimList } from '../platform/claim-list.ts'
import { contextPattern, isTemplateKey, workflowRefPattern } from './facts.ts'

/** What keeps the list of claims in a field from being a template; `repo` has to be in it, or must not. */
export function templateRule(field: 'template' | 'claims'): FieldRule {
  return (text) => {
    const parts = readClaimList(text)
    const keys = parts.map(({ key }) => key)
    if (keys.some((key) => !/^\w[\w-]*$/.test(key))) {
      return refuse(
        field,
        'Claims are parted by commas, and each but repo has = and its value behind it.',
        `Write it as ${field === 'template' ? 'repo' : 'repository_id=123456'}, environment=production.`,
      )
    }
    if (keys.includes('repo') !== (field === 'template')) {
      return refuse(
        field,
        field === 'template' ? 'The list lacks repo.' : 'The list names repo.',
        `Choose the custom template ${field === 'template' ? 'without' : 'with'} the repository, or change the list.`,
      )
    }
    if (new Set(keys).size < keys.length) {
      return refuse(field, 'A claim stands twice in the list.', 'GitHub takes each once: remove one.')
    }
    return parts.map((part) => partRule(field, part)).find((refusal) => refusal !== null) ?? null
  }
}

function partRule(field: string, { key, value }: ClaimPart): Warning | null {
  if (key === 'repo') {
    return value === null
      ? null
      : refuse(field, 'repo stands alone.', 'Owner and repository are typed above.')
  }
  if (key !== 'context' && !isTemplateKey(key)) {
    return refuse(
      field,
      `GitHub has no claim ${JSON.stringify(key)} for subjects.`,
      'Copy the keys of include_claim_keys: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub',
    )
  }
  if (value === null || value === '' || value !== value.trim() || /\p{Cc}/u.test(value)) {
    return refuse(
      field,
      `${key} has no value, or white space around it.`,
      `Write ${key}=VALUE, as a token has it.`,
    )
  }
  return shapeRule(field, key, value)
}

function shapeRule(field: string, key: string, value: string): Warning | null {
  if (key === 'context' && !contextPattern.test(value)) {
    return refuse(
      field,
      'context stands for the end of a default subject.',
      'Write context=environment:NAME, context=ref:refs/heads/NAME or context=pull_request.',
    )
  }
  if (key === 'job_workflow_ref' && !/[*?]/.test(value) && !workflowRefPattern.test(value)) {
    return refuse(
      field,
      'job_workflow_ref names a workflow file with its ref.',
      'Write it as contoso/workflows/.github/workflows/deploy.yml@refs/heads/main.',
    )
  }
  return null
}
