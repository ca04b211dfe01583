import { useQuery } from '@tanstack/react-query'
import type { RoleTemplate, SetUpStepKind } from '@trustwright/shared-schemas'
import { roleTemplatesQuery } from '../../api/access-queries.ts'
import { scopeWords } from '../../components/access/scope-words.ts'

interface NamedStep {
  readonly kind: SetUpStepKind
  readonly name: string
}

export type StepWords = (step: NamedStep) => string

const kinds: Readonly<Record<SetUpStepKind, string>> = {
  'resource-group': 'Resource group',
  identity: 'Identity',
  application: 'Application',
  'service-principal': 'Service principal',
  trust: 'Trust',
  role: 'Role',
}

/** `Trust gh-pay-api-prod`, `Role Contributor on rg-pay`: what a step makes. */
export function stepWords({ kind, name }: NamedStep, templates: readonly RoleTemplate[]): string {
  return `${kinds[kind]} ${kind === 'role' ? roleWords(name, templates) : name}`
}

/** A role's step is named by its ID and scope. */
function roleWords(name: string, templates: readonly RoleTemplate[]): string {
  const [roleId = '', ...scope] = name.split(' ')
  const template = templates.find((one) => one.roleId.toLowerCase() === roleId.toLowerCase())
  return `${template?.roleName ?? roleId} on ${scopeWords(scope.join(' '), []).name}`
}

/** The same, once the names of the roles were read. */
export function useStepWords(): StepWords {
  const templates = useQuery(roleTemplatesQuery).data?.templates ?? []
  return (step) => stepWords(step, templates)
}

/** `Row 3 contoso/pay-api · environment prod`; what is no row of the person's own keeps its name alone. */
export function rowWords(key: string): string {
  return /^\d/.test(key) ? `Row ${key}` : key
}
