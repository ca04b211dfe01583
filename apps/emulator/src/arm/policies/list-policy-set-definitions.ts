import type { Operation } from '../../kernel/operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { definitionLists } from './definition-lists.ts'
import { allSets } from './find-policy.ts'

export const listPolicySetDefinitions: readonly Operation[] = definitionLists(
  'policySetDefinitions',
  armTypes.policySetDefinitions,
  'Policy initiatives: the one about federated credentials, and custom ones',
  allSets,
)
