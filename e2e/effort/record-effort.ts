import type { Page } from '@playwright/test'
import { measure, type Effort } from './measure.ts'
import type { Act } from './trace.ts'

export interface Recorder {
  /** Forgets what was done; the next page loaded is the first screen. */
  readonly restart: () => void
  /** What was done so far. */
  readonly effort: () => Promise<Effort>
}

/**
 * Writes down from the next page on what a person does. Only what the browser itself reports counts: a page cannot be
 * filled by script unnoticed, nor does what a script changes count as typed.
 */
export async function recordEffort(page: Page): Promise<Recorder> {
  const trace: Act[] = []
  await page.exposeFunction('recordAct', (act: Act) => void trace.push(act))
  await page.addInitScript(listen)
  return {
    restart: () => void trace.splice(0),
    effort: async () => {
      // Reports come in order: after this answer all of them are here.
      await page.evaluate(() => undefined)
      return measure(trace)
    },
  }
}

/** Runs in the page before its own scripts. */
function listen(): void {
  const tell = (act: Act) => {
    const report: unknown = Reflect.get(window, 'recordAct')
    if (typeof report === 'function') report(act)
  }
  const nameOf = (target: EventTarget | null): string => {
    if (!(target instanceof Element)) return 'page'
    const named = target.closest('button, a, label, input, select, textarea, summary') ?? target
    return `${named.tagName.toLowerCase()} ${(named.getAttribute('name') ?? named.id) || (named.textContent ?? '').trim().slice(0, 40)}`
  }
  const boxOf = (target: EventTarget | null): string | null => {
    if (target instanceof HTMLTextAreaElement) return nameOf(target)
    const isBox =
      target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
    return isBox ? nameOf(target) : null
  }

  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted) tell({ kind: 'press', target: nameOf(event.target) })
    },
    true,
  )
  addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted) tell({ kind: 'key', key: event.key, field: boxOf(event.target) })
    },
    true,
  )
  addEventListener('paste', () => tell({ kind: 'paste' }), true)
  addEventListener(
    'input',
    (event) => {
      const box = boxOf(event.target)
      if (!(event instanceof InputEvent) || !event.isTrusted || box === null) return
      if (event.inputType.startsWith('insertFrom')) return
      tell({ kind: 'typed', field: `${location.pathname} ${box}` })
    },
    true,
  )
  // The browser draws its own lists outside the page, so a choice by pointer can only be made by script, whose events
  // are not trusted. One made by keys is, and its keys were told.
  addEventListener(
    'change',
    (event) => {
      if (event.target instanceof HTMLSelectElement && !event.isTrusted)
        tell({ kind: 'choose', target: nameOf(event.target) })
    },
    true,
  )

  const shown = (how: 'load' | 'push' | 'replace') => {
    const { origin, pathname } = location
    if (origin !== 'null') tell({ kind: 'screen', origin, path: pathname, how })
  }
  const pushState = history.pushState.bind(history)
  const replaceState = history.replaceState.bind(history)
  history.pushState = function push(...given) {
    pushState(...given)
    shown('push')
  }
  history.replaceState = function replace(...given) {
    replaceState(...given)
    shown('replace')
  }
  addEventListener('popstate', () => shown('push'))
  shown('load')
}
