'use client';
import { ActionIcon, Button, Kbd, Menu, Select, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useViewer } from '../lib/viewer.tsx';
import { Brand } from './Brand.tsx';
import { ConnectionState } from './ConnectionState.tsx';
import { openKeys, openPalette } from './layers.ts';
import { isUnder, PLACES } from './places.ts';
import classes from './shell.module.css';
import { toast } from './toasts.ts';

/** One row: where one is, whether it is live, the team, the palette, and the account. */
export function Header() {
  const path = usePathname();
  return (
    <header className={classes.header}>
      <Link href="/searches" className={classes.brand} aria-label="Handpick, all searches">
        <Brand />
        <span className={classes.brandName}>Handpick</span>
      </Link>
      <nav className={classes.nav} aria-label="Main">
        {PLACES.map(({ href, label }) => (
          <Link key={href} href={href} className={classes.place} aria-current={isUnder(path, href) ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.menu}>
        <PlacesMenu path={path} />
      </div>
      <div className={classes.end}>
        <ConnectionState />
        <TeamSwitch />
        <Button
          className="hp-wide"
          variant="default"
          onClick={openPalette}
          aria-keyshortcuts="Control+K"
          rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        >
          Go to
        </Button>
        <AccountMenu />
      </div>
    </header>
  );
}

function PlacesMenu({ path }: { path: string }) {
  const here = PLACES.find(({ href }) => isUnder(path, href));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<span aria-hidden="true">▾</span>}>
          {here?.label ?? 'Pages'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PLACES.map(({ href, label }) => (
          <Menu.Item key={href} component={Link} href={href}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TeamSwitch() {
  const { teams, team, switchTeam } = useViewer();
  if (teams.length < 2 || !team) return null;
  return (
    <Select
      aria-label="Team"
      data={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
      value={team.slug}
      onChange={(slug) => slug && switchTeam(slug)}
      allowDeselect={false}
      w={140}
    />
  );
}

function AccountMenu() {
  const { name, email, signOut } = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon size={30} radius="xl" aria-label={`${initials(name)}, account of ${name}`} variant="light">
          {initials(name)}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {email}
        </Menu.Label>
        <Menu.Item onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}>
          {scheme === 'dark' ? 'Light colours' : 'Dark colours'}
        </Menu.Item>
        <Menu.Item onClick={() => setColorScheme('auto')}>Colours of the system</Menu.Item>
        <Menu.Item onClick={openKeys} rightSection={<Kbd size="xs">?</Kbd>}>
          Keys
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut().catch((error: Error) => toast.problem(error.message, 'Not signed out'))}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? words.at(-1)![0] : '')).toUpperCase();
}
