import { Worker } from 'node:worker_threads'
import type { OutsideNames } from '@trustwright/federation'
import type { FromWorker, JudgeOrder, OutsideCounts, ToWorker } from './judge-order.ts'

const start = new URL('judge-worker.ts', import.meta.url)
const mostMegabytes = 1_536

/** Runs one order in a thread of its own, so that requests are answered meanwhile. Throws where it fails, or is stopped. */
export async function runJudge(
  order: JudgeOrder,
  askOutside: (names: OutsideNames) => Promise<OutsideCounts>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const worker = new Worker(start, {
    workerData: order,
    execArgv: ['--conditions=source'],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      let isDone = false
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'done') isDone = true
        else if (message.kind === 'failed') reject(new Error(message.message))
        else {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is about windows: a thread has no origin
          const answer = (counts: ToWorker) => worker.postMessage(counts)
          askOutside(message.names).then(answer, reject)
        }
      })
      worker.once('error', reject)
      worker.once('exit', () => {
        if (isDone) resolve()
        else reject(new Error('The thread that judges findings ended before its work'))
      })
    })
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
