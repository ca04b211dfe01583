import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { dumpDatabase, readLogs } from './portal-keeps.ts'

/** A token with a mark in each part, so that any piece of it is known again wherever it turns up. */
export interface MarkedToken {
  readonly token: string
  readonly marks: readonly string[]
}

export function markedToken(subject: string): MarkedToken {
  const mark = `taint-${randomUUID()}`
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const seconds = Math.floor(Date.now() / 1000)
  // The mark stands first, so that the pieces below are of it and no other token has them.
  const header = part({ kid: mark, alg: 'RS256', typ: 'JWT' })
  const claims = part({
    jti: mark,
    iss: 'https://token.actions.githubusercontent.com',
    sub: subject,
    aud: 'api://AzureADTokenExchange',
    iat: seconds,
    exp: seconds + 300,
  })
  const signature = randomBytes(256).toString('base64url')
  const pieces = [header.slice(22, 60), claims.slice(22, 60), signature.slice(0, 32), signature.slice(-32)]
  return { token: `${header}.${claims}.${signature}`, marks: [mark, ...pieces] }
}

/** Listens to everything that leaves the page from now on. */
export class Watch {
  readonly #page: Page
  readonly #seen: { readonly where: string; readonly text: string }[] = []

  constructor(page: Page) {
    this.#page = page
    page.on('request', (request) => {
      this.#see('request address', request.url())
      this.#see('request headers', JSON.stringify(request.headers()))
      this.#see('request body', request.postData() ?? '')
    })
    page.on('websocket', (socket) => {
      this.#see('web socket', socket.url())
      socket.on('framesent', ({ payload }) => this.#see('web socket', String(payload)))
    })
    page.on('console', (message) => this.#see('console', message.text()))
    page.on('pageerror', (error) => this.#see('error report', `${error.message}\n${error.stack ?? ''}`))
    page.on('framenavigated', (frame) => this.#see('address', frame.url()))
  }

  #see(where: string, text: string): void {
    this.#seen.push({ where, text })
  }

  /** Where a mark turned up: the names of the places, each once. */
  async found(marks: readonly string[]): Promise<string[]> {
    const kept = await this.#kept()
    const places = [
      ...this.#seen,
      ...kept,
      { where: 'log', text: readLogs() },
      { where: 'database', text: await dumpDatabase() },
    ]
    const holds = (text: string) => readings(text).some((each) => marks.some((mark) => each.includes(mark)))
    return [...new Set(places.filter(({ text }) => holds(text)).map(({ where }) => where))].toSorted()
  }

  /** What the browser keeps, and the present address. */
  async #kept() {
    const page = this.#page
    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases()
      const rows: unknown[] = []
      for (const { name } of databases) {
        if (name === undefined) continue
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('success', () => resolve(opening.result))
          opening.addEventListener('error', () => reject(opening.error ?? new Error(name)))
        })
        for (const store of database.objectStoreNames) {
          rows.push(
            await new Promise((resolve, reject) => {
              const reading = database.transaction(store).objectStore(store).getAll()
              reading.addEventListener('success', () => resolve(reading.result))
              reading.addEventListener('error', () => reject(reading.error ?? new Error(store)))
            }),
          )
        }
        database.close()
      }
      const caches = 'caches' in globalThis ? await globalThis.caches.keys() : []
      return {
        'local storage': JSON.stringify(localStorage),
        'session storage': JSON.stringify(sessionStorage),
        'indexed database': JSON.stringify(rows),
        caches: JSON.stringify(caches),
        'history state': JSON.stringify(history.state),
        address: location.href,
        'window name': globalThis.window.name,
      }
    })
    const cookies = JSON.stringify(await page.context().cookies())
    return Object.entries({ ...kept, cookies }).map(([where, text]) => ({ where, text }))
  }
}

/** A text as it stands, and as it is once an address or escapes of JSON were decoded. */
function readings(text: string): string[] {
  const plain = text
    .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  const decoded = (plain.match(/[\w+/-]{40,}/g) ?? [])
    .slice(0, 20_000)
    .map((run) => Buffer.from(run, 'base64url').toString('latin1'))
  return [text, plain, decoded.join('\n')]
}
