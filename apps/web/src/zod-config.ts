import { config } from 'zod'

// The content security policy forbids eval, which zod tries at the first schema. So this runs before any schema is
// made: it is the first import of the application, and the build keeps it in zod's own chunk.
config({ jitless: true })
