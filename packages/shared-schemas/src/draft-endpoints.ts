import * as z from 'zod'
import { Draft, DraftBody, DraftSave, DraftSummary } from './draft.ts'
import { endpoint } from './endpoint.ts'

const draftPath = '/api/drafts/:draftId'
const DraftPath = z.strictObject({ draftId: z.uuid() })
/** A table of 10,000 rows fits. */
const bodyLimit = 4 * 1024 * 1024

/** The addresses of the wizard's drafts; a part of `endpoints`. */
export const draftEndpoints = {
  listDrafts: endpoint({
    operationId: 'listDrafts',
    summary: "The person's own drafts, newest first",
    method: 'GET',
    path: '/api/drafts',
    access: 'signed-in',
    status: 200,
    reply: z.strictObject({ drafts: z.array(DraftSummary) }),
    errors: [],
  }),
  createDraft: endpoint({
    operationId: 'createDraft',
    summary:
      'Keep what is half done, on the server; at most 50 a person, each for 30 days after its last change',
    method: 'POST',
    path: '/api/drafts',
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 30,
    body: DraftBody,
    status: 201,
    reply: Draft,
    errors: ['DRAFT_LIMIT_REACHED', 'BODY_TOO_LARGE'],
  }),
  readDraft: endpoint({
    operationId: 'readDraft',
    summary: 'One draft of the person',
    method: 'GET',
    path: draftPath,
    access: 'signed-in',
    params: DraftPath,
    status: 200,
    reply: Draft,
    errors: ['DRAFT_NOT_FOUND'],
  }),
  saveDraft: endpoint({
    operationId: 'saveDraft',
    summary: 'Save a draft, if nobody saved it since; `current` of a refusal names the stored version',
    method: 'PUT',
    path: draftPath,
    access: 'signed-in',
    bodyLimit,
    requestsPerMinute: 240,
    params: DraftPath,
    body: DraftSave,
    status: 200,
    reply: Draft,
    errors: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED_MEANWHILE', 'BODY_TOO_LARGE'],
  }),
  deleteDraft: endpoint({
    operationId: 'deleteDraft',
    summary: 'Delete a draft',
    method: 'DELETE',
    path: draftPath,
    access: 'signed-in',
    params: DraftPath,
    status: 200,
    reply: z.strictObject({ draftId: z.uuid() }),
    errors: ['DRAFT_NOT_FOUND'],
  }),
} as const
