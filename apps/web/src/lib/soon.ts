/**
 * The answer; null where there is none, where it takes longer than `patienceMs`, or once `signal` aborts. Only the waiting
 * ends: what was asked goes on, for whoever else waits for it.
 */
export async function soon<Answer>(
  asking: Promise<Answer>,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<Answer | null> {
  const over = Promise.withResolvers<null>()
  const end = () => over.resolve(null)
  const timer = setTimeout(end, patienceMs)
  signal?.addEventListener('abort', end)
  if (signal?.aborted === true) end()
  try {
    return await Promise.race([over.promise, asking.catch(() => null)])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}
