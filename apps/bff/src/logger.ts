import { pino, type DestinationStream, type Logger } from 'pino'
import { scrub, scrubLine } from './scrub.ts'

/**
 * JSON lines. Tokens, cookies, codes and secrets are removed twice: from the fields, where errors and foreign objects are
 * still known as such, and from the finished line, which also holds the fields of child loggers and the message.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const end = destination ?? pino.destination({ dest: 1, sync: false })
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: (fields) => scrub(fields) },
    },
    { write: (line) => end.write(`${scrubLine(line)}\n`) },
  )
}
