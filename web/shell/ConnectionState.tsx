'use client';
import { useEffect, useState } from 'react';
import { type Connection, useConnection } from '../lib/connection.ts';
import classes from './shell.module.css';

const WORDS: Record<Exclude<Connection, 'IDLE'>, string> = {
  CONNECTING: 'Connecting',
  CONNECTED: 'Live',
  DISCONNECTED: 'Disconnected, trying again',
};

/** Attempts go on, so "disconnected" is shown until one has succeeded, and "connecting" only when it takes long. */
export function ConnectionState() {
  const now = useConnection();
  const [shown, setShown] = useState<Connection>('IDLE');
  useEffect(() => {
    if (now !== 'CONNECTING') {
      setShown(now);
      return;
    }
    const timer = setTimeout(() => setShown((before) => (before === 'DISCONNECTED' ? before : now)), 600);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <span role="status" aria-live="polite">
      {shown !== 'IDLE' && (
        <span className={classes.connection} data-state={shown}>
          {WORDS[shown]}
        </span>
      )}
    </span>
  );
}
