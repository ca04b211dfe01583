import { emptyDraftBody, type DraftBody, type DraftSummary } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { bodyOfForm, bodyOfWorkload, formOfBody } from '../draft-body.ts'
import { begunDraft, sameDraft } from './own-same-drafts.ts'

const wanted = bodyOfWorkload('link', 'github-actions', {
  owner: 'contoso',
  repository: 'pay-api',
  entity: 'environment',
  environment: 'prod',
})

function stored(change: Partial<DraftBody> = {}, more: Partial<DraftSummary> = {}): DraftSummary {
  const { bulk: _, ...body } = { ...wanted, ...change }
  return {
    draftId: '5f0c1a52-7a3e-4a51-9d0e-2b6c1f4e8a11',
    version: 1,
    createdAt: '2026-11-22T10:00:00.000Z',
    changedAt: '2026-11-22T10:00:00.000Z',
    keptUntil: '2026-12-22T10:00:00.000Z',
    runId: null,
    body,
    bulk: null,
    ...more,
  }
}
const parent = { kind: 'newApplication', displayName: 'pay' } as const

test('an unchanged draft is the same, on whatever step, and after the form filled in its defaults', () => {
  const filled = bodyOfForm(formOfBody(wanted, 'public'), 'public')
  for (const same of [
    stored(),
    stored({ step: 'review' }),
    stored({ ...filled, source: { kind: 'workload' } }),
  ]) {
    expect(sameDraft([same], wanted, 'public')).toBe(same)
  }
})

test.each([
  ['another environment', stored({ fields: { ...wanted.fields, environment: 'dev' } })],
  ['a chosen identity', stored({ parent })],
  ['a name of its own', stored({ name: 'mine' })],
  ['a role', stored({ access: [{ roleId: 'x', scope: '/subscriptions/x' }] })],
  ['a run', stored({}, { runId: '5f0c1a52-7a3e-4a51-9d0e-2b6c1f4e8a12' })],
  ['many at once', stored({}, { bulk: 'table' })],
])('a draft with %s is another one', (_, other) => {
  expect(sameDraft([other], wanted, 'public')).toBeNull()
})

test('whatever else was chosen since, the workload was begun', () => {
  const begun = stored({
    parent,
    fields: { ...wanted.fields, owner: 'Contoso', ownerId: '5', identifiers: 'ids' },
  })
  expect(begunDraft([begun], wanted)).toBe(begun)
  expect(begunDraft([stored({ fields: { ...wanted.fields, environment: 'dev' } })], wanted)).toBeNull()
  expect(begunDraft([stored({}, { runId: '5f0c1a52-7a3e-4a51-9d0e-2b6c1f4e8a12' })], wanted)).toBeNull()
})

test('an empty start is like no draft at all', () => {
  expect(
    begunDraft(
      [stored({ presetId: 'github-actions', fields: {} })],
      bodyOfWorkload('tile', 'github-actions', {}),
    ),
  ).toBeNull()
  expect(begunDraft([stored()], emptyDraftBody)).toBeNull()
})
