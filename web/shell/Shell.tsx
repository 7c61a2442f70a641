'use client';
import { Loader } from '@mantine/core';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useKeyListener } from '../lib/keys.tsx';
import { useViewer, ViewerProvider } from '../lib/viewer.tsx';
import { FirstTeam } from './FirstTeam.tsx';
import { Header } from './Header.tsx';
import { isOutside } from './places.ts';
import { ShellCommands } from './ShellCommands.tsx';
import classes from './shell.module.css';
import { Problem } from './states.tsx';

/** What is around every page. The header stays while pages change; the content gets the focus, so that keyboards and screen readers follow. */
export function Shell({ children }: { children: ReactNode }) {
  const path = usePathname();
  useKeyListener();
  if (isOutside(path)) return <main className={classes.outside}>{children}</main>;
  return (
    <ViewerProvider
      loading={
        <div className={classes.waiting} role="status" aria-label="Loading">
          <Loader size="sm" />
        </div>
      }
      failed={(error, retry) => (
        <main className={classes.outside}>
          <Problem title="The platform does not answer" error={error} onRetry={retry} />
        </main>
      )}
    >
      <Inside path={path}>{children}</Inside>
    </ViewerProvider>
  );
}

function Inside({ path, children }: { path: string; children: ReactNode }) {
  const { team } = useViewer();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <ShellCommands />
      <Header />
      {/* Another team is another page: nothing of the one before stays. */}
      <main id="content" ref={main} tabIndex={-1} className={classes.main} key={team?.id}>
        {team ? children : <FirstTeam />}
      </main>
    </>
  );
}
