import { definePasted } from './platform/define-pasted.ts'

/** A mount of a sandbox holds the token; neither value is published. https://docs.langchain.com/langsmith/sandboxes */
export const langsmith = definePasted({
  id: 'langsmith',
  title: 'LangSmith',
  summary: 'A sandbox with a workload identity mount',
  category: 'hosting',
  docsUrl: 'https://docs.langchain.com/langsmith/sandboxes',
  factsAsOf: '2026-09-30',
  issuerExample: 'https://copied-from-a-token.langchain.com',
  issuers: 'https://(?:[a-z0-9-]+\\.)*langchain\\.com(?:/.*)?',
  shownAt: ' of the sandbox',
})
