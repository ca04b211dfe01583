import type { SavedView } from '@trustwright/shared-schemas'
import type { TrustsSearch } from '../../search.ts'

/** What a view keeps of the list's address. */
export type ViewState = Pick<SavedView, 'query' | 'sort' | 'columns' | 'of'>

/** `view=all`: no view, not even the default one. */
export const noView = 'all'

export function stateOf({ q, sort, cols, of }: TrustsSearch): ViewState {
  return { query: q ?? '', sort: sort ?? '', columns: cols ?? '', of: of ?? 'mine' }
}

export function isSameState(a: ViewState, b: ViewState): boolean {
  return a.query === b.query && a.sort === b.sort && a.columns === b.columns && a.of === b.of
}

/** The address that shows a view. */
export function searchOf({ viewId, query, sort, columns, of }: SavedView): Record<string, string> {
  return {
    ...(query !== '' && { q: query }),
    ...(sort !== '' && { sort }),
    ...(columns !== '' && { cols: columns }),
    ...(of === 'portal' && { of }),
    view: viewId,
  }
}

/**
 * The view that an address asks for without saying what it shows, such as a short link, or the default one where nothing is asked
 * for; null where the address says it all.
 */
export function viewToOpen(
  search: TrustsSearch,
  views: readonly SavedView[],
  defaultViewId: string | null,
): SavedView | null {
  const { view, sel: _sel, ...rest } = search
  if (Object.values(rest).some((value) => value !== undefined) || view === noView) return null
  const wanted = view ?? defaultViewId
  const found = views.find(({ viewId }) => viewId === wanted) ?? null
  const isShown = found !== null && view !== undefined && isSameState(found, stateOf(search))
  return isShown ? null : found
}
