/** The portal cannot start; the message is one sentence for whoever runs it. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
