import { FluentProvider, RendererProvider, createDOMRenderer } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createQueryClient } from './api/query-client.ts'
import { useTheme } from './components/theme-choice.ts'
import { createPortalRouter } from './routes.tsx'

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })
const queryClient = createQueryClient()
const router = createPortalRouter(queryClient)

/** Style renderer with the page's nonce, theme, server state and routes. */
export function App() {
  return (
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <FluentProvider theme={useTheme()}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </FluentProvider>
      </RendererProvider>
    </StrictMode>
  )
}
