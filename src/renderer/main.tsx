import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './fonts.ts'
import './theme.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { failureOf } from './client/failures.ts'
import { installWindowGuard } from './client/window-guard.ts'
import { askFirst } from './first-answers.ts'
import { startTexts } from './i18n/i18n.ts'
import { fetchRest } from './ui/later.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The workspace says what changed; a typed failure is an answer and asking again would not change it.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => failureOf(error) === undefined && count < 3,
    },
    mutations: { networkMode: 'always' },
  },
})

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root')
  installWindowGuard()
  await Promise.all([startTexts(), askFirst(queries)])
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
  void fetchRest()
}

void start()
