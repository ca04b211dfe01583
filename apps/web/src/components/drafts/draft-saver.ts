import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { isAnswerLost } from '../../api/answer-lost.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { isSameBody } from './same-body.ts'

export type SaveState =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving' }
  /** What was typed is in this tab alone. */
  | { readonly state: 'failed'; readonly error: unknown }
  /** Another tab saved it meanwhile; nothing is saved until the person chose. */
  | { readonly state: 'conflict'; readonly theirs: Draft }

/** What the server holds; null where it never took the draft. */
export type Stored = Pick<Draft, 'draftId' | 'version'> | null

export interface SaverPorts {
  readonly create: (body: DraftBody) => Promise<Draft>
  /** One that was created a moment ago with one of these bodies, where the answer was lost; null where there is none. */
  readonly find: (bodies: readonly DraftBody[]) => Promise<Draft | null>
  readonly save: (draftId: string, version: number, body: DraftBody) => Promise<Draft>
  readonly read: (draftId: string) => Promise<Draft>
  readonly tell: (state: SaveState) => void
  readonly saved: (draft: Draft) => void
  /** Keeps in this tab what the server does not have; null once it has all. */
  readonly keep: (body: DraftBody | null, stored: Stored) => void
}

export interface SaverStart {
  readonly stored: Stored
  /** What the server holds, or would hold once it took the draft. */
  readonly body: DraftBody
  /** What is on the screen, where that is newer. */
  readonly unsaved: DraftBody | null
  /** Set where another tab went on from there: the person chooses first. */
  readonly theirs: Draft | null
}

const pauseMs = 500
/** From one failed save to the next. */
const retryMs = [1000, 2000, 5000, 10_000] as const

export type DraftSaver = ReturnType<typeof createDraftSaver>

/** Saves a draft half a second after its last change, one save at a time, and says how it stands. */
export function createDraftSaver(start: SaverStart, ports: SaverPorts) {
  let stored = start.stored
  let latest = start.unsaved ?? start.body
  let savedBody: DraftBody | null = stored === null ? null : start.body
  // Sent, and perhaps stored, though no answer came.
  let unanswered: DraftBody[] = stored === null ? [start.body] : []
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let halted = false
  let left = false

  function settle(draft: Draft, body: DraftBody): void {
    stored = { draftId: draft.draftId, version: draft.version }
    savedBody = body
    unanswered = []
    failures = 0
    ports.keep(latest === body ? null : latest, stored)
    ports.saved({ ...draft, body })
    ports.tell({ state: 'saved', at: Date.parse(draft.changedAt) })
  }

  async function saveOnce(): Promise<void> {
    const body = latest
    try {
      settle(await send(body), body)
    } catch (error) {
      if (isAnswerLost(error)) unanswered.push(body)
      const code = error instanceof ApiProblem ? error.code : null
      if (code === 'DRAFT_CHANGED_MEANWHILE') await ask(error)
      else if (code === 'DRAFT_NOT_FOUND' && stored !== null && !left) {
        // Deleted or expired meanwhile: what is on the screen is kept as a new one.
        stored = null
        await saveOnce()
      } else fail(error)
    }
  }

  async function send(body: DraftBody): Promise<Draft> {
    if (stored === null && unanswered.length > 0) {
      const found = await ports.find(unanswered)
      if (found !== null) {
        stored = { draftId: found.draftId, version: found.version }
        if (isSameBody(found.body, body)) return found
      }
    }
    return stored === null ? ports.create(body) : ports.save(stored.draftId, stored.version, body)
  }

  async function ask(error: unknown): Promise<void> {
    try {
      const theirs = await ports.read(stored?.draftId ?? '')
      const own = [latest, ...unanswered].find((body) => isSameBody(body, theirs.body))
      if (own !== undefined) {
        settle(theirs, own)
        if (own !== latest) schedule(0)
        return
      }
      halted = true
      ports.tell({ state: 'conflict', theirs })
    } catch {
      // What the other tab saved is asked again with the next try.
      fail(error)
    }
  }

  function fail(error: unknown): void {
    ports.tell({ state: 'failed', error })
    if (!left) schedule(retryMs[Math.min(failures, retryMs.length - 1)] ?? 0)
    failures += 1
  }

  function schedule(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running !== null) {
      await running
      // One at a time: whoever waited may find that another one went first.
      return flush()
    }
    if (halted || latest === savedBody) return
    running = saveOnce().finally(() => {
      running = null
    })
    await running
  }

  return {
    /** To be called once its listeners stand: says how it stands, and saves what only this tab has. */
    begin(): void {
      if (start.theirs !== null) {
        halted = true
        ports.tell({ state: 'conflict', theirs: start.theirs })
      } else if (latest !== savedBody) {
        ports.keep(latest, stored)
        ports.tell({ state: 'saving' })
        schedule(0)
      }
    },
    /** Takes what the draft is now. */
    change(body: DraftBody): void {
      latest = body
      ports.keep(body, stored)
      if (halted) return
      ports.tell({ state: 'saving' })
      schedule(pauseMs)
    },
    /** Saves at once what is not saved yet, such as before something is started from it. */
    flush,
    /** After a conflict: the other tab's draft goes on here. */
    takeTheirs(theirs: Draft): void {
      halted = false
      latest = theirs.body
      settle(theirs, theirs.body)
    },
    /** After a conflict: this tab's draft overwrites the other one. */
    async keepMine(theirs: Draft): Promise<void> {
      halted = false
      stored = { draftId: theirs.draftId, version: theirs.version }
      savedBody = theirs.body
      await flush()
    },
    /** The page is left: what is not saved yet is sent once more. */
    stop(): void {
      left = true
      void flush().finally(() => {
        halted = true
      })
    },
    /** The draft did its work: nothing of it is saved any more. */
    end(): void {
      left = true
      halted = true
      clearTimeout(timer)
      ports.keep(null, stored)
    },
    id: (): string | null => stored?.draftId ?? null,
  }
}
