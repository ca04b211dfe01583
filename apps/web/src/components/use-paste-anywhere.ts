import { useEffect } from 'react'

const boxes = 'textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable=true]'

const asItIs = (text: string) => text

/**
 * A paste that goes into no field is meant for the page's one box, which gets the focus. `most`: letters that the box takes;
 * `shorten` makes so many of a longer paste.
 */
export function usePasteAnywhere(
  boxId: string,
  most: number,
  take: (text: string) => void,
  shorten: (text: string) => string = asItIs,
): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const { target } = event
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const isField = target instanceof HTMLElement && target.closest(boxes) !== null
      // The browser would lay out megabytes before it cuts them.
      const isTooMuch = target instanceof HTMLElement && target.id === boxId && text.length > most
      if (text === '' || (isField && !isTooMuch)) return
      event.preventDefault()
      take(shorten(text).slice(0, most))
      document.getElementById(boxId)?.focus()
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [boxId, most, take, shorten])
}
