import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { databaseOn } from '../../../db/database.ts'
import { createPool } from '../../../db/pool.ts'
import { readInventoryFacts } from '../../../domain/inventory-facts.ts'
import { applyAcceptRules } from './apply-accept-rules.ts'
import type { FromWorker, JudgeOrder, ToWorker } from './judge-order.ts'
import { judgeOwner } from './judge-owner.ts'

if (parentPort === null) throw new Error('This file is the start of a worker thread')
const port = parentPort
// The portal alone starts this thread, with an order.
const order = workerData as JudgeOrder
const tell = (message: FromWorker) => port.postMessage(message)
// A lost connection fails the statement that needs it.
// One holds the lock, and the facts are read side by side: whoever waited for a connection would give up after seconds.
const pool = createPool({
  connectionString: order.connectionString,
  max: 8,
  patient: true,
  onError: () => undefined,
})
const db = databaseOn(pool)

try {
  if (order.what.kind === 'rules') await applyAcceptRules(db, order)
  else {
    await judgeOwner(
      db,
      { ...order, owner: order.what.owner },
      {
        readFacts: readInventoryFacts,
        askOutside: async (names) => {
          tell({ kind: 'outside', names })
          // The portal alone writes to this port.
          const [answer] = (await once(port, 'message')) as [ToWorker]
          return answer
        },
      },
    )
  }
  tell({ kind: 'done' })
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
} finally {
  await pool.end()
  port.close()
}
