import { defineEid1 } from './eid1/define-eid1.ts'

/** The caller in the subject is the Bot Service. https://learn.microsoft.com/azure/bot-service/bot-builder-authentication-federated-credential */
export const botService = defineEid1({
  id: 'bot-service',
  title: 'Azure Bot Service',
  summary: 'An OAuth connection of a bot',
  docsUrl: 'https://learn.microsoft.com/azure/bot-service/bot-builder-authentication-federated-credential',
  factsAsOf: '2026-09-30',
  app: '9ExAW52n_ky4ZiS_jhpJIQ',
  exampleTail: '/contoso-bot-login',
  shownAt: 'The settings of the connection show it.',
})
