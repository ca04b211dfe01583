import { z } from 'zod'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { refuse } from '../core/refusal.ts'
import { applicationFaults } from './application-faults.ts'
import { applicationToWrite } from './find-application.ts'
import { storePasswords } from './store-passwords.ts'

const schema = z.strictObject({ keyId: z.string() })

export const removePassword = graphOperation({
  id: 'graph/remove-password',
  method: 'POST',
  path: '/applications[application]/removePassword',
  summary: 'Take a client secret away',
  source: 'https://learn.microsoft.com/graph/api/application-removepassword',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const application = applicationToWrite(call)
    const { keyId } = parseFields(schema, readObject(call), 'PasswordCredential')
    const kept = application.passwordCredentials.filter((secret) => secret.keyId !== keyId)
    if (kept.length === application.passwordCredentials.length)
      throw refuse(applicationFaults.noPassword(keyId))
    storePasswords(call, application, kept)
    return { status: 204 }
  },
})
