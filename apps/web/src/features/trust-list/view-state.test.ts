import type { SavedView } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { searchOf, stateOf, viewToOpen } from './view-state.ts'

const view: SavedView = {
  viewId: '11111111-1111-4111-8111-111111111111',
  version: 1,
  name: 'Owners from outside',
  query: 'role:owner',
  sort: '-risk',
  columns: 'trust,risk',
  of: 'portal',
  shared: false,
  mine: true,
  savedBy: 'dana@contoso.com',
  changedAt: '2026-11-22T12:00:00Z',
}
const { viewId } = view

test('the address of a view shows what the view keeps', () => {
  const { q, sort, cols } = searchOf(view)
  const { name: _name, ...kept } = { query: q, sort, columns: cols, of: 'portal', name: '' }
  expect(stateOf({ q, sort, cols, of: 'portal' })).toEqual(kept)
})

test.each([
  ['a bare link to it', { view: viewId }, null, viewId],
  ['nothing, where it is the default', {}, viewId, viewId],
  ['only a selection, where it is the default', { sel: '*' }, viewId, viewId],
  ['nothing, where there is no default', {}, null, null],
  ['no view, where it is the default', { view: 'all' }, viewId, null],
  ['a query, where it is the default', { q: 'x' }, viewId, null],
  ['it with another query', { view: viewId, q: 'x' }, null, null],
  ['a view that is gone', { view: '22222222-2222-4222-8222-222222222222' }, viewId, null],
])('%s opens the right view', (_, search, defaultViewId, opened) => {
  expect(viewToOpen(search, [view], defaultViewId)?.viewId ?? null).toBe(opened)
})

test('a view that keeps nothing is not opened over and over', () => {
  const plain: SavedView = { ...view, query: '', sort: '', columns: '', of: 'mine' }
  expect(viewToOpen({ view: viewId }, [plain], null)).toBeNull()
})
