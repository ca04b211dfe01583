import { saveFile } from '../lib/save-file.ts'
import { ConnectionProblem } from './api-problem.ts'
import { problemOf, readJson } from './client.ts'
import { sendThroughDoor } from './door.ts'

/**
 * Asks the portal for a file and offers it for saving. A plain link could not carry the header that every call has. Throws as
 * `call` does; a file that broke off is not saved.
 */
export async function download(address: string, name: string): Promise<void> {
  let response: Response
  try {
    response = await sendThroughDoor(address, {})
  } catch (error) {
    throw new ConnectionProblem('The portal did not answer', { cause: error })
  }
  if (!response.ok) throw problemOf(response.status, await readJson(response))
  const text = await response.text().catch((error: unknown) => {
    throw new ConnectionProblem('The file broke off', { cause: error })
  })
  saveFile(nameOf(response) ?? name, response.headers.get('content-type') ?? 'text/plain', text)
}

function nameOf(response: Response): string | null {
  return /filename="([^"/\\]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? null
}
