import type { DraftSummary, SetUpRun } from '@trustwright/shared-schemas'
import { counted } from '../../lib/words.ts'

export interface OpenDraft {
  readonly draft: DraftSummary
  /** How the set-up stands that was started from it; null where none was, or it is not known any more. */
  readonly progress: string | null
}

/** Drafts that still wait for something: one whose set-up made everything did its work. */
export function openDrafts(drafts: readonly DraftSummary[], runs: readonly SetUpRun[]): readonly OpenDraft[] {
  const byId = new Map(runs.map((run) => [run.runId, run]))
  return drafts.flatMap((draft): OpenDraft[] => {
    const run = draft.runId === null ? undefined : byId.get(draft.runId)
    if (run === undefined) return [{ draft, progress: null }]
    const { made, all } = progressOf(run)
    if (run.state === 'finished' && made === all) return []
    return [{ draft, progress: progressWords(run, made, all) }]
  })
}

function progressOf({ counts }: SetUpRun): { readonly made: number; readonly all: number } {
  const all = Object.values(counts).reduce((sum, steps) => sum + steps, 0)
  return { made: counts.done + counts['already-there'], all }
}

function progressWords({ state }: SetUpRun, made: number, all: number): string {
  if (state === 'running') return `Being created: ${made} of ${counted(all, 'step')} done`
  const rest = `${all - made} of ${counted(all, 'step')} not made`
  return state === 'paused' ? `Waits for you to go on: ${rest}` : `Not finished: ${rest}`
}
