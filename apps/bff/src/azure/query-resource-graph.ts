import * as z from 'zod'
import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'

/** The most that Resource Graph gives at once. */
const pageSize = 1000
/** More are not for choosing from a list. */
const mostPages = 20

/** Every row of a query, up to 20,000; `complete` is false where there are more. Throws UPSTREAM_FAILED for rows of another shape. */
export async function queryResourceGraph<T>(
  read: ArmMethods['read'],
  caller: Caller,
  query: string,
  row: z.ZodType<T>,
): Promise<{ rows: T[]; complete: boolean }> {
  const Page = z.looseObject({ data: z.array(row), skipToken: z.string().nullish() })
  const rows: T[] = []
  let token: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const options = {
      top: pageSize,
      resultFormat: 'objectArray' as const,
      ...(token && { skipToken: token }),
    }
    const body: unknown = await read(caller, 'object', {}, (clients, abortSignal) =>
      clients.resourceGraph().resources({ query, options }, { abortSignal }),
    )
    const { data, skipToken } = readPage(Page, body)
    rows.push(...data)
    token = skipToken ?? null
    if (token === null) return { rows, complete: true }
  }
  return { rows, complete: false }
}

function readPage<T>(shape: z.ZodType<T>, body: unknown): T {
  const page = shape.safeParse(body)
  if (page.success) return page.data
  throw new PortalError('UPSTREAM_FAILED', {
    detail: 'Azure Resource Graph sent an answer of an unknown shape, so nothing can be concluded from it.',
    cause: page.error,
  })
}
