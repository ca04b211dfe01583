import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Session } from './session.ts'

/** Who is signed in; a part of `endpoints`. */
export const sessionEndpoints = {
  readSession: endpoint({
    operationId: 'readSession',
    summary: 'Who is signed in, and the settings the browser needs',
    method: 'GET',
    path: '/api/session',
    access: 'public',
    status: 200,
    reply: Session,
    errors: [],
  }),
  signOut: endpoint({
    operationId: 'signOut',
    summary: 'End the session here; the reply says where to go to end it at Entra too',
    method: 'POST',
    path: '/api/sign-out',
    access: 'public',
    door: 'cookie',
    status: 200,
    reply: z.strictObject({ continueAt: z.string() }),
    errors: [],
  }),
} as const
