import { readConfig } from './config.ts'
import { createEmulator, type Emulator } from './create-emulator.ts'
import { StartupError } from './kernel/startup-error.ts'

const write = (fields: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(fields)}\n`)

/** Starts the emulator as the environment says, and closes it on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  try {
    const { logRequests, ...config } = readConfig()
    const emulator = await createEmulator({
      ...config,
      log: (entry) => {
        if (logRequests) write({ event: 'request', ...entry })
      },
      onDefect: (error, requestId) => {
        const detail = error instanceof Error ? error.stack : String(error)
        process.stderr.write(`${JSON.stringify({ event: 'defect', requestId, detail })}\n`)
      },
    })
    closeOnSignal(emulator)
    const { httpsOrigin, browserOrigin, caPath, tenantId } = emulator.world.settings
    write({ event: 'ready', httpsOrigin, browserOrigin, caPath, tenantId })
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

function closeOnSignal(emulator: Emulator): void {
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    void emulator.close()
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
}
