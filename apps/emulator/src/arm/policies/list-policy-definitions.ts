import type { Operation } from '../../kernel/operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { definitionLists } from './definition-lists.ts'
import { allDefinitions } from './find-policy.ts'

export const listPolicyDefinitions: readonly Operation[] = definitionLists(
  'policyDefinitions',
  armTypes.policyDefinitions,
  'Policy definitions: those about federated credentials, Not allowed resource types, and custom ones',
  allDefinitions,
)
