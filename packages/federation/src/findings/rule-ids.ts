export { findingRuleIds, type FindingRuleId } from '@trustwright/shared-schemas'
