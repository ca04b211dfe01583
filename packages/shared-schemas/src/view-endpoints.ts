import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { InventoryExport, NewView, SavedView, SavedViews, ViewSave } from './view.ts'

const viewPath = '/api/views/:viewId'
const ViewPath = z.strictObject({ viewId: z.uuid() })

/** The addresses of saved views of the list of trusts; a part of `endpoints`. */
export const viewEndpoints = {
  listViews: endpoint({
    operationId: 'listViews',
    summary: 'Saved views of the list of trusts: the own ones and those that are shared',
    method: 'GET',
    path: '/api/views',
    access: 'signed-in',
    status: 200,
    reply: SavedViews,
    errors: [],
  }),
  createView: endpoint({
    operationId: 'createView',
    summary: 'Save a view; at most 100 a person. Administrators may share it',
    method: 'POST',
    path: '/api/views',
    access: 'signed-in',
    requestsPerMinute: 30,
    body: NewView,
    status: 201,
    reply: SavedView,
    errors: ['ADMINISTRATOR_REQUIRED', 'VIEW_LIMIT_REACHED', 'VIEW_NAME_TAKEN'],
  }),
  saveView: endpoint({
    operationId: 'saveView',
    summary: 'Save over a view, if nobody changed it since; `current` of a refusal names the stored version',
    method: 'PUT',
    path: viewPath,
    access: 'signed-in',
    requestsPerMinute: 60,
    params: ViewPath,
    body: ViewSave,
    status: 200,
    reply: SavedView,
    errors: ['ADMINISTRATOR_REQUIRED', 'VIEW_NOT_FOUND', 'VIEW_CHANGED_MEANWHILE', 'VIEW_NAME_TAKEN'],
  }),
  deleteView: endpoint({
    operationId: 'deleteView',
    summary: 'Delete a view; what it showed stays',
    method: 'DELETE',
    path: viewPath,
    access: 'signed-in',
    params: ViewPath,
    status: 200,
    reply: ViewPath,
    errors: ['ADMINISTRATOR_REQUIRED', 'VIEW_NOT_FOUND'],
  }),
  chooseDefaultView: endpoint({
    operationId: 'chooseDefaultView',
    summary: 'Which view opens by itself for the person; null for none',
    method: 'PUT',
    path: '/api/default-view',
    access: 'signed-in',
    body: z.strictObject({ viewId: z.uuid().nullable() }),
    status: 200,
    reply: z.strictObject({ defaultViewId: z.uuid().nullable() }),
    errors: ['VIEW_NOT_FOUND'],
  }),
  noteExport: endpoint({
    operationId: 'noteExport',
    summary: 'Note in the audit trail that a file of the list was taken',
    method: 'POST',
    path: '/api/inventory/exports',
    access: 'signed-in',
    requestsPerMinute: 30,
    body: InventoryExport,
    status: 200,
    reply: z.strictObject({ noted: z.literal(true) }),
    errors: ['FORBIDDEN'],
  }),
} as const
