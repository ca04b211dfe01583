import { enableCompileCache, flushCompileCache } from 'node:module'

// Types are stripped and code is compiled once, not at every start: half of the time to ready. Hence the late import.
enableCompileCache()
const { run } = await import('./run.ts')
await run()
flushCompileCache()
