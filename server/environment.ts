import { Fault } from './errors.ts';

/** What the environment says, read once. */
export interface Environment {
  /** A PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | undefined;
  /** Where the embedded database and files are kept. */
  dataDir: string;
  port: number;
  /** Address to listen on; only this machine by default. */
  host: string;
  /** The address that people use, behind a proxy. */
  publicUrl: string | undefined;
  production: boolean;
}

type Variables = Record<string, string | undefined>;

/** @throws Fault ENVIRONMENT naming the variable, its value and what is allowed */
export function readEnvironment(variables: Variables = process.env): Environment {
  return {
    databaseUrl: readUrl(variables, 'DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name'),
    dataDir: variables.HANDPICK_DATA || '.handpick',
    port: readPort(variables, 'PORT', 4000),
    host: variables.HOST || '127.0.0.1',
    publicUrl: readUrl(variables, 'PUBLIC_URL', ['http:', 'https:'], 'https://handpick.example.org'),
    production: variables.NODE_ENV === 'production',
  };
}

function readUrl(variables: Variables, name: string, protocols: string[], example: string): string | undefined {
  const value = variables[name];
  if (!value) return undefined;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  throw new Fault('ENVIRONMENT', `${name} is ${JSON.stringify(withoutPassword(value))}: give an address like ${example}`);
}

function readPort(variables: Variables, name: string, fallback: number): number {
  const value = variables[name];
  if (!value) return fallback;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new Fault('ENVIRONMENT', `${name} is ${JSON.stringify(value)}: give a whole number from 0 (any free port) to 65535`);
}

/** For messages: the password of an address is nobody's business. */
export function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@');
}
