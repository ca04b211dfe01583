import { causeOf } from '../../cause.ts'
import type { WriteRule } from '../../write-view.ts'

/** A change that is made by deleting first. https://github.com/hashicorp/terraform-provider-azurerm/pull/25003 */
export const planRule: WriteRule = ({ context }) => {
  const steps = (context.plan ?? []).map((step) => step.toLowerCase())
  const deletes = steps.findIndex((step) => /^(?:delete|destroy|remove)/.test(step))
  const creates = steps.findIndex((step) => /^(?:create|add)/.test(step))
  if (deletes < 0 || creates < deletes) return []
  return [
    causeOf('replace-gap', {
      severity: 'warn',
      certainty: 'certain',
      text: 'Runs fail in the gap: the trust is deleted before its successor exists, and a new one needs minutes to spread.',
      evidence: `Plan: ${steps.join(', then ')}`,
      fix: 'Update it in place, or create the new one under a second name before the old one is deleted.',
    }),
  ]
}
