import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { createDraft } from './create-draft.ts'
import { deleteDraft } from './delete-draft.ts'
import type { DraftDeps } from './draft-deps.ts'
import { listDrafts } from './list-drafts.ts'
import { readDraft } from './read-draft.ts'
import { saveDraft } from './save-draft.ts'

export function registerDraftRoutes(app: FastifyInstance, deps: DraftDeps): void {
  registerEndpoint(app, endpoints.listDrafts, async ({ caller }) => ({
    drafts: await listDrafts(deps, caller),
  }))
  registerEndpoint(app, endpoints.createDraft, ({ caller, body }) => createDraft(deps, caller, body))
  registerEndpoint(app, endpoints.readDraft, ({ caller, params }) => readDraft(deps, caller, params.draftId))
  registerEndpoint(app, endpoints.saveDraft, ({ caller, params, body }) =>
    saveDraft(deps, caller, params.draftId, body),
  )
  registerEndpoint(app, endpoints.deleteDraft, ({ caller, params }) =>
    deleteDraft(deps, caller, params.draftId),
  )
}
