import { defineEid1 } from './eid1/define-eid1.ts'

/** The caller in the subject is Copilot Studio. https://learn.microsoft.com/microsoft-copilot-studio/configuration-end-user-authentication */
export const copilotStudio = defineEid1({
  id: 'copilot-studio',
  title: 'Copilot Studio',
  summary: 'An agent’s connection',
  docsUrl: 'https://learn.microsoft.com/microsoft-copilot-studio/configuration-end-user-authentication',
  factsAsOf: '2026-09-30',
  app: 'm1WPnYRZpEaQKq1Cceg--g',
  exampleTail: '/aHR0cHM6Ly9jb250b3Nv',
  shownAt: 'The settings of the agent show it.',
})
