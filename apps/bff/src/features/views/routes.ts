import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { chooseDefaultView } from './choose-default-view.ts'
import { createView } from './create-view.ts'
import { deleteView } from './delete-view.ts'
import { listViews } from './list-views.ts'
import { noteExport } from './note-export.ts'
import { saveView } from './save-view.ts'
import type { ViewDeps } from './view-deps.ts'

export function registerViewRoutes(app: FastifyInstance, deps: ViewDeps): void {
  registerEndpoint(app, endpoints.listViews, ({ caller }) => listViews(deps, caller))
  registerEndpoint(app, endpoints.createView, ({ caller, body }) => createView(deps, caller, body))
  registerEndpoint(app, endpoints.saveView, ({ caller, params, body }) =>
    saveView(deps, caller, params.viewId, body),
  )
  registerEndpoint(app, endpoints.deleteView, ({ caller, params }) => deleteView(deps, caller, params.viewId))
  registerEndpoint(app, endpoints.chooseDefaultView, ({ caller, body }) =>
    chooseDefaultView(deps, caller, body.viewId),
  )
  registerEndpoint(app, endpoints.noteExport, ({ caller, body }) => noteExport(deps, caller, body))
}
