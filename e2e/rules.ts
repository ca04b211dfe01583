import type { Page } from '@playwright/test'
import { askPortal } from './ask-portal.ts'

interface Stored {
  version: number
  body: { policies: { id: string }[] }
}

/**
 * Adds one rule of the portal as the administrator whose page it is, or takes it away, past the form. Rules bind everybody: one of a
 * journey holds below a group that no other journey uses.
 */
export async function changeRules(page: Page, id: string, rule: object | null): Promise<void> {
  const kept = await askPortal(page, 'GET', '/api/policies')
  // As the contract has it: the rules with the version that they replace.
  const { version, body } = kept.body as Stored
  const others = body.policies.filter((policy) => policy.id !== id)
  const policies = rule === null ? others : [...others, { id, ...rule }]
  const { status } = await askPortal(page, 'PUT', '/api/policies', { version, body: { ...body, policies } })
  if (status !== 200) throw new Error(`Saving the rules answered ${status}.`)
}
