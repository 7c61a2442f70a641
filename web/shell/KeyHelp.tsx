'use client';
import { Modal, Title } from '@mantine/core';
import { type Command, useCommands } from '../lib/keys.tsx';
import { ChordKeys } from './Chord.tsx';
import { closeLayer } from './layers.ts';
import classes from './shell.module.css';

/** Every key that works on this page. */
export function KeyHelp() {
  const commands = useCommands().filter((command): command is Command & { keys: string } => Boolean(command.keys) && !command.hidden);
  const names = [...new Set(commands.map(groupOf))];
  return (
    <Modal opened onClose={closeLayer} title="Keys" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.keys}>
        {names.map((group) => (
          <section key={group}>
            <Title order={3}>{group}</Title>
            <dl>
              {commands
                .filter((command) => groupOf(command) === group)
                .map(({ keys, label }) => (
                  <div key={keys + label}>
                    <dt>{label}</dt>
                    <dd>
                      <ChordKeys keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

const groupOf = (command: Command) => command.group ?? 'This page';
