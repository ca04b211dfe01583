/** Longer than the half second in which the library looks whether a window is still there. */
const graceMs = 700

/**
 * The library closes a window as soon as it has sent the answer. Whoever waits also looks whether the window was closed, and on
 * a busy machine sees that before the answer arrives: then a sign-in that succeeded is told as given up.
 */
export function closeLater(): void {
  const close = globalThis.close.bind(globalThis)
  globalThis.close = () => void setTimeout(close, graceMs)
}
