import { count, counted } from '../../lib/words.ts'
import type { MapModel } from './use-map.ts'

/** `12 of 1,284 trusts so far, grouped`. */
export function summaryOf(
  { view, rows }: Pick<MapModel, 'view' | 'rows'>,
  all: number,
  isPartial: boolean,
): string {
  const trusts =
    rows.length === all ? counted(all, 'trust') : `${count(rows.length)} of ${counted(all, 'trust')}`
  return `${trusts}${isPartial ? ' so far' : ''}${view.isGrouped ? ', grouped' : ''}`
}

/** Title of the picture that is saved. */
export function titleOf({ focus }: Pick<MapModel, 'focus'>, question: string | undefined): string {
  const asked = question ?? 'Who outside can become what inside'
  return focus === null ? asked : `${asked}: ${focus.node.label}`
}
