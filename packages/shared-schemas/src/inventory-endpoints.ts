import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { InventoryPage, InventoryScan } from './inventory.ts'
import { InventoryComparison, InventorySnapshots } from './inventory-snapshot.ts'

/** `portal`: what the portal's own identity read; for administrators. */
const of = z.enum(['mine', 'portal']).default('mine')
const Whose = z.strictObject({ of })
const snapshot = z.coerce.number().int().min(1)

/** The inventory: what its owner may read of the tenant's trusts, kept over time. */
export const inventoryEndpoints = {
  startInventory: endpoint({
    operationId: 'startInventory',
    summary: 'Read every trust the person may read; joins a pass that is open already',
    method: 'POST',
    path: '/api/inventory',
    access: 'signed-in',
    query: Whose,
    status: 202,
    reply: InventoryScan,
    errors: ['FORBIDDEN'],
  }),
  stopInventory: endpoint({
    operationId: 'stopInventory',
    summary: 'End the open pass; what it read stays',
    method: 'POST',
    path: '/api/inventory/stop',
    access: 'signed-in',
    query: Whose,
    status: 200,
    reply: z.strictObject({ scan: InventoryScan.nullable() }),
    errors: ['FORBIDDEN'],
  }),
  latestInventory: endpoint({
    operationId: 'latestInventory',
    summary: 'The newest pass, if there is one',
    method: 'GET',
    path: '/api/inventory/latest',
    access: 'signed-in',
    query: Whose,
    status: 200,
    reply: z.strictObject({ scan: InventoryScan.nullable() }),
    errors: ['FORBIDDEN'],
  }),
  followInventory: endpoint({
    operationId: 'followInventory',
    summary: 'Progress of the open pass, as it comes; ends with it',
    method: 'GET',
    path: '/api/inventory/events',
    access: 'signed-in',
    query: Whose,
    stream: true,
    status: 200,
    reply: InventoryScan,
    errors: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  readInventory: endpoint({
    operationId: 'readInventory',
    summary: 'What changed since a revision, or the rows of an older snapshot',
    method: 'GET',
    path: '/api/inventory/rows',
    access: 'signed-in',
    query: z.strictObject({
      of,
      /** `nextAfter` of the page before; left out at the beginning. */
      after: z.string().max(2000).default(''),
      limit: z.coerce.number().int().min(1).max(5000).default(2000),
      snapshot: snapshot.optional(),
      /** Key of the one application or identity whose rows are wanted. */
      parent: z.string().max(1000).optional(),
    }),
    status: 200,
    reply: InventoryPage,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
  listSnapshots: endpoint({
    operationId: 'listSnapshots',
    summary: 'Passes that can be read again, newest first',
    method: 'GET',
    path: '/api/inventory/snapshots',
    access: 'signed-in',
    query: Whose,
    status: 200,
    reply: InventorySnapshots,
    errors: ['FORBIDDEN'],
  }),
  compareSnapshots: endpoint({
    operationId: 'compareSnapshots',
    summary: 'What was added, removed and changed between two snapshots, and by whom',
    method: 'GET',
    path: '/api/inventory/compare',
    access: 'signed-in',
    query: z.strictObject({
      of,
      from: snapshot,
      to: snapshot,
      after: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    status: 200,
    reply: InventoryComparison,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
