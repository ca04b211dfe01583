/** A condition that a person must put right before the emulator can start; its message is shown as it is. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
