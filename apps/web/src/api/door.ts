import { portalHeader } from '@trustwright/shared-schemas'

/** What proves to the portal who calls. */
interface Proof {
  readonly headers: Readonly<Record<string, string>>
  readonly credentials: RequestCredentials
}

interface DoorRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

const fromPortal = { [portalHeader.name]: portalHeader.value }

let prove: () => Promise<Proof> = () => Promise.resolve({ headers: fromPortal, credentials: 'same-origin' })

/**
 * From now on every call carries the access token that `readToken` answers, and never a cookie. Without a token a call
 * goes out as nobody's. For the entry that a host frames, once and at its start; the normal page never calls it.
 */
export function takeBearerDoor(readToken: () => Promise<string | null>): void {
  prove = async () => {
    const token = await readToken()
    return {
      headers: token === null ? fromPortal : { authorization: `Bearer ${token}` },
      credentials: 'omit',
    }
  }
}

/** The one `fetch` of the portal's API. Rejects as `fetch` does, or where no token could be asked for. */
export async function sendThroughDoor(address: string, request: DoorRequest): Promise<Response> {
  const { headers, credentials } = await prove()
  return await fetch(address, {
    ...request,
    headers: { ...request.headers, ...headers },
    credentials,
    cache: 'no-store',
  })
}
