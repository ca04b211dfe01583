import type { Row } from './evaluate-scalar.ts'

/** What a query looks at: subscriptions in lower case, and what of them the caller may read. */
export interface View {
  tenantId: string
  subscriptions: readonly string[]
  /** What is assigned above them is in view as well. */
  withAbove: boolean
  mayRead: (action: string) => (scope: string) => boolean
}

/** Columns of every table. */
export const resourceColumns = [
  'id',
  'name',
  'type',
  'tenantId',
  'kind',
  'location',
  'resourceGroup',
  'subscriptionId',
  'managedBy',
  'sku',
  'plan',
  'properties',
  'tags',
  'identity',
  'zones',
  'extendedLocation',
]

const blankRow: Row = Object.fromEntries(resourceColumns.map((name) => [name, null]))

/** A row with every column, `nothing` where the resource has no such field. */
export function rowOf(view: View, fields: Row & { id: string; type: string }): Row {
  const [, , subscriptionId = '', word = '', group = ''] = fields.id.split('/')
  return {
    ...blankRow,
    tenantId: view.tenantId,
    kind: '',
    location: '',
    managedBy: '',
    subscriptionId: fields.id.toLowerCase().startsWith('/subscriptions/') ? subscriptionId.toLowerCase() : '',
    resourceGroup: word.toLowerCase() === 'resourcegroups' ? group.toLowerCase() : '',
    ...fields,
    type: fields.type.toLowerCase(),
  }
}
