'use client';
import { Button, CopyButton, Tabs } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Launch } from './input.ts';
import classes from './launch.module.css';
import { graphqlText, shellText } from './request.ts';

/** The same request for scripts. */
export function RequestPanel({ launch }: { launch: Launch }) {
  const [server, setServer] = useState('');
  useEffect(() => setServer(location.origin), []);
  return (
    <section aria-label="The same as a script">
      <Tabs defaultValue="graphql">
        <Tabs.List>
          <Tabs.Tab value="graphql">As GraphQL</Tabs.Tab>
          <Tabs.Tab value="shell">As a command line</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="graphql">
          <Copied text={graphqlText(launch.input)} label="GraphQL" />
        </Tabs.Panel>
        <Tabs.Panel value="shell">
          <Copied text={shellText(launch, server)} label="Command line" />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <section className={classes.code} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached by keyboard for that */}
      <pre tabIndex={0}>{text}</pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button className={classes.copy} variant="default" size="compact-xs" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
