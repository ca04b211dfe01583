import type { InventoryParentRow } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { rightsOf } from './rights-of.ts'

const allowed = { allowed: true, action: 'write', role: 'Managed Identity Contributor', scope: '/' } as const
const refused = { ...allowed, allowed: false } as const
const free = { trustWrite: allowed, trustDelete: allowed }

function listed(isAksManaged: InventoryParentRow['isAksManaged']) {
  // Nothing else of a parent is asked for.
  return { parent: { isAksManaged } as InventoryParentRow }
}
const kept = listed({ known: true, value: true })

test.each([
  ['an administrator', free],
  ['somebody without rights', { trustWrite: refused, trustDelete: refused }],
  ['somebody whose rights are not known yet', null],
] as const)('what AKS keeps is for nobody to touch or to ask for: %s', (_, detail) => {
  expect(rightsOf(detail, kept)).toEqual({
    mayChange: false,
    mayDelete: false,
    mayAsk: false,
    isKeptByAks: true,
  })
})

test.each([
  ['the inventory lacks it', null],
  ['its parent was not read', { parent: null }],
  ['nobody could read the tags', listed({ known: false, because: 'not-allowed' })],
  ['it is not of AKS', listed({ known: true, value: false })],
] as const)('where %s, rights decide', (_, inventory) => {
  expect(rightsOf(free, inventory)).toMatchObject({ mayChange: true, mayDelete: true, isKeptByAks: false })
  expect(rightsOf({ trustWrite: refused, trustDelete: allowed }, inventory)).toMatchObject({
    mayChange: false,
    mayDelete: true,
    mayAsk: true,
  })
})
