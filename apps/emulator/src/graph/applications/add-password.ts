import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { passwordCredential } from '../../kernel/directory.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { contextOf } from '../query/context.ts'
import { passwordShape } from './application-shape.ts'
import { applicationToWrite } from './find-application.ts'
import { storePasswords } from './store-passwords.ts'

const when = z.iso.datetime({ offset: true }).nullish()
const schema = z.strictObject({
  passwordCredential: z
    .looseObject({ displayName: z.string().nullish(), startDateTime: when, endDateTime: when })
    .nullish(),
})

export const addPassword = graphOperation({
  id: 'graph/add-password',
  method: 'POST',
  path: '/applications[application]/addPassword',
  summary: 'Make a client secret; its text is in this answer only',
  source: 'https://learn.microsoft.com/graph/api/application-addpassword',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world, request } = call
    const application = applicationToWrite(call)
    const body = request.body.trim() === '' ? {} : parseFields(schema, readObject(call), 'PasswordCredential')
    const secret = newSecret()
    const { displayName, startDateTime, endDateTime } = body.passwordCredential ?? {}
    const made = passwordCredential(secret, {
      keyId: world.newGuid(),
      now: startDateTime ? Date.parse(startDateTime) : world.clock.now(),
      ...(displayName ? { displayName } : {}),
      ...(endDateTime ? { endAt: Date.parse(endDateTime) } : {}),
    })
    storePasswords(call, application, [...application.passwordCredentials, made])
    const context = contextOf(call, 'microsoft.graph.passwordCredential', undefined)
    return { status: 200, body: { '@odata.context': context, ...passwordShape(made, secret) } }
  },
})

/** 40 signs, the fourth and fifth `8Q`, as Entra's secrets have. */
function newSecret(): string {
  const text = randomBytes(30).toString('base64url')
  return `${text.slice(0, 3)}8Q~${text.slice(6)}`
}
