import { fieldText } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'
import { defineEid1 } from './eid1/define-eid1.ts'

/** The caller in the subject is Power Platform; versions 1 and 2 differ in its end. https://learn.microsoft.com/power-platform/admin/set-up-managed-identity */
export const powerPlatform = defineEid1({
  id: 'power-platform',
  title: 'Power Platform',
  summary: 'A plug-in of Dataverse with a managed identity',
  docsUrl: 'https://learn.microsoft.com/power-platform/admin/set-up-managed-identity',
  factsAsOf: '2026-09-30',
  app: 'qzXoWDkuqUa3l6zM5mM0Rw',
  exampleTail: '/n/plugin/e/00000000-1111-2222-3333-444444444444/h/0f1e2d',
  shownAt: 'Shown by: pac managed-identity show-fic',
  warnings: (fields) => (/[,\u0080-\uffff]/.test(fieldText(fields, 'subject')) ? [brokenText] : []),
})

const brokenText: Warning = {
  code: 'format-unsure',
  severity: 'warn',
  field: 'subject',
  text: 'A comma or a letter outside ASCII breaks subjects of version 1, so this likely never matches.',
  fix: 'Use version 2, which holds a hash in its place: pac managed-identity configure-fic',
}
