import type { Frame, Locator, Page } from '@playwright/test'
import { expect } from '../fixtures.ts'

/**
 * Goes through the portal in a frame by keys alone. Each place on the way has to show that it has the focus: it, or what is drawn
 * around it, looks different when the focus is gone.
 */
export interface ByKeys {
  /** Presses Tab, or Shift+Tab, until the element has the focus. */
  readonly tabTo: (target: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** The same to the group of a radio button, and by arrows to that one. */
  readonly choose: (radio: Locator) => Promise<void>
  /** The focus came there by itself, in answer to a key. */
  readonly expectAt: (target: Locator) => Promise<void>
  /** Places that had the focus and did not show it. */
  readonly unseen: readonly string[]
}

const mostPresses = 80

export function byKeys(page: Page): ByKeys {
  const unseen: string[] = []

  async function look(): Promise<void> {
    for (const frame of page.frames().slice(0, 2)) unseen.push(...(await lookAtFocus(frame)))
  }

  async function press(key: string, until: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < mostPresses; presses++) {
      if (await until()) return
      await page.keyboard.press(key)
      await look()
    }
    throw new Error(`${String(mostPresses)} times ${key} led nowhere`)
  }

  return {
    unseen,
    async tabTo(target, key = 'Tab') {
      await expect(target).toBeVisible()
      await press(key, () => hasFocus(target))
      await expect(target).toBeInViewport()
    },
    async choose(radio) {
      await expect(radio).toBeVisible()
      await press('Tab', () => radio.evaluate(isInGroup))
      await press('ArrowDown', () => radio.isChecked())
      await expect(radio).toBeFocused()
    },
    async expectAt(target) {
      await expect(target).toBeFocused()
      await expect(target).toBeInViewport()
      await look()
    },
  }
}

/** One of a group is in the order of Tab: the chosen one, or the first. */
function isInGroup(radio: Element): boolean {
  const focused = radio.ownerDocument.activeElement
  return (
    focused?.getAttribute('type') === 'radio' && focused.getAttribute('name') === radio.getAttribute('name')
  )
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => element.ownerDocument.hasFocus() && element === element.ownerDocument.activeElement,
  )
}

/** The element that had the focus at the last look, where losing it changed nothing of how it looks. */
function lookAtFocus(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    interface Look {
      readonly element: Element
      readonly looks: string
    }
    const last = Reflect.get(window, 'lastFocus') as Look | undefined
    const element = document.hasFocus() ? document.activeElement : null
    const wasUnseen =
      last !== undefined &&
      last.element !== element &&
      last.element.isConnected &&
      last.looks === looksOf(last.element)
    Reflect.set(
      window,
      'lastFocus',
      element === null || element === document.body || element.matches('iframe, [data-tabster-dummy]')
        ? undefined
        : { element, looks: looksOf(element) },
    )
    return wasUnseen ? [`${last.element.tagName} ${last.element.textContent.slice(0, 60)}`] : []

    /** Of the element, of what is drawn in its place (as of a radio), and of the box around it. */
    function looksOf(of: Element): string {
      return [of, of.nextElementSibling, of.parentElement]
        .flatMap((one) =>
          one === null ? [] : [null, '::before', '::after'].map((part) => lookOf(one, part)),
        )
        .join('\n')
    }

    function lookOf(of: Element, part: string | null): string {
      const { outline, boxShadow, border, transform, backgroundColor } = getComputedStyle(of, part)
      return [outline, boxShadow, border, transform, backgroundColor].join(' ')
    }
  })
}
