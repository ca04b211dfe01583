import { FetchRefusedError, type FetchRefusal } from './guarded-fetch-types.ts'

/** https://github.com/nodejs/undici/blob/main/docs/docs/api/Errors.md */
const byCode: Readonly<Record<string, FetchRefusal>> = {
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'connection',
  EPIPE: 'connection',
  UND_ERR_SOCKET: 'connection',
}

/** What the client threw, in the words of the guard; a fault of our own stays what it is. */
export function refusedBy(error: unknown): unknown {
  if (error instanceof FetchRefusedError) return error
  // The parser's errors have no code in half of its cases.
  if (error instanceof Error && error.name === 'HTTPParserError') {
    return new FetchRefusedError('protocol', {}, { cause: error })
  }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code } = error
  const isTls = /^(?:ERR_(?:SSL|TLS)_|CERT_)/.test(code)
  const isOfClient = /^(?:UND_ERR_|HPE_)/.test(code)
  const reason = byCode[code] ?? (isTls ? 'tls' : isOfClient ? 'protocol' : 'connection')
  return new FetchRefusedError(reason, { detail: code }, { cause: error })
}
