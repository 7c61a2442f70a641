'use client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { makeClient } from '../lib/client.ts';
import { contrast, theme } from './theme.ts';

/** What every page stands on. `nonce`: of this document, for style elements that are made in the browser. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [client] = useState(makeClient);
  // The scroll lock under every dialog makes a style element of its own and asks get-nonce.
  if (nonce && typeof window !== 'undefined') setNonce(nonce);
  return (
    <NuqsAdapter>
      <ApolloProvider client={client}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={contrast}
          defaultColorScheme="auto"
          getStyleNonce={nonce ? () => nonce : undefined}
        >
          <Notifications limit={4} position="bottom-right" />
          {children}
        </MantineProvider>
      </ApolloProvider>
    </NuqsAdapter>
  );
}
