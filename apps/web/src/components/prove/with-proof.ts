import type { Trust } from '@trustwright/shared-schemas'
import type { Inventory } from '../inventory/inventory-query.ts'

/** The list with the proof of a trust that was read after it; the same list where it says so already. */
export function withProof(inventory: Inventory, trust: Trust): Inventory {
  const { checked, matched, seen } = trust
  const id = trust.resourceId.toLowerCase()
  const at = inventory.rows.findIndex((row) => row.trust.resourceId.toLowerCase() === id)
  const row = inventory.rows[at]
  if (row === undefined || row.trust.fingerprint !== trust.fingerprint) return inventory
  const steps = [checked, matched, seen]
  const told = [row.trust.checked, row.trust.matched, row.trust.seen]
  if (steps.every((step, index) => step?.at === told[index]?.at && step?.means === told[index]?.means)) {
    return inventory
  }
  return {
    ...inventory,
    rows: inventory.rows.with(at, { ...row, trust: { ...row.trust, checked, matched, seen } }),
  }
}
