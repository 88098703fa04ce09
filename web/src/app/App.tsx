import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from '../api/queries';
import { PreferencesProvider } from '../ui/preferences';
import { newRouter } from './routes';

export function App() {
  const [client] = useState(newQueryClient);
  const [router] = useState(newRouter);
  return (
    <PreferencesProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </PreferencesProvider>
  );
}
