import type { Page } from '@playwright/test'

interface Stored {
  version: number
  body: { policies: { id: string }[] }
}

/**
 * Adds one rule of the portal as the administrator whose page it is, or takes it away, past the form. Rules bind everybody: one of a
 * journey holds below a group that no other journey uses.
 */
export async function changeRules(page: Page, id: string, rule: object | null): Promise<void> {
  const status = await page.evaluate(
    async ({ id, rule }) => {
      const headers = { 'content-type': 'application/json', 'x-trustwright': '1' }
      const { version, body }: Stored = await (await fetch('/api/policies', { headers })).json()
      const others = body.policies.filter((policy) => policy.id !== id)
      const policies = rule === null ? others : [...others, { id, ...rule }]
      const saved = await fetch('/api/policies', {
        method: 'PUT',
        headers,
        body: JSON.stringify({ version, body: { ...body, policies } }),
      })
      return saved.status
    },
    { id, rule },
  )
  if (status !== 200) throw new Error(`Saving the rules answered ${status}.`)
}
