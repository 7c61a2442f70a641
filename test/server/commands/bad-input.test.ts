import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { killAll, run } from '../../kit/processes.ts';

/** A command through the very file that npm runs. */
const command = (args: string[], environment: Record<string, string> = {}) => run('server/commands/bootstrap.mjs', args, environment);

afterAll(killAll);

const MISTAKES: [string, string[], Record<string, string>, RegExp][] = [
  ['no preset', ['search'], {}, /^--preset: missing; the presets are tour, tour-vae, /],
  ['an unknown preset', ['search', '--preset', 'tuor'], {}, /^--preset: "tuor" is not known; the presets are tour, tour-vae, /],
  ['an unknown option', ['search', '--prest', 'tour'], {}, /^Unknown option '--prest'; --help lists the options$/],
  [
    'a budget of 0',
    ['search', '--preset', 'tour', '--candidates', '0'],
    {},
    /^--candidates: "0"; allowed is a whole number from 1 to 100000$/,
  ],
  ['a seed that is no number', ['search', '--preset', 'tour', '--seed', 'x'], {}, /^--seed: "x"; allowed is a whole number/],
  [
    'a folder that is not there',
    ['search', '--preset', 'tour', '--json', '/nowhere/out.json'],
    {},
    /^--json: the folder \/nowhere does not exist$/,
  ],
  ['an unknown backend', ['start', '--backend', 'gpu'], {}, /^--backend: "gpu"; allowed are tensorflow, webgpu, wasm$/],
  ['a port out of range', ['start', '--port', '70000'], {}, /^--port: "70000"; allowed is a whole number from 0 to 65535$/],
  [
    'a server without a token',
    ['search', '--preset', 'tour', '--server', 'http://127.0.0.1:9'],
    { HANDPICK_TOKEN: '' },
    /^HANDPICK_TOKEN is not set; make a token of kind PERSONAL/,
  ],
  [
    'a server that is not there',
    ['search', '--preset', 'tour', '--server', 'http://127.0.0.1:9'],
    { HANDPICK_TOKEN: 'hp_x' },
    /^http:\/\/127\.0\.0\.1:9 does not answer \(.*\); is it running/,
  ],
  ['no chapter', ['reproduce'], {}, /^The chapter is missing; allowed are /],
  ['an unknown chapter', ['reproduce', '8', '--quick'], {}, /^"8" is no chapter; allowed are /],
  ['a retraining of nothing', ['retrain', '--search', 'Tour', '--data', '/tmp'], {}, /^Give one of --top, --picked and --numbers/],
  [
    'a reward that is none',
    ['retrain', '--search', 'Tour', '--data', '/tmp', '--top', '3', '--by', 'BEAUTY'],
    {},
    /^--by: "BEAUTY"; allowed are ACCURACY/,
  ],
  ['an unknown command', ['strat'], {}, /^"strat" is not a command; the commands are start, search, /],
];

describe('one line that says what to do, and exit code 1', () => {
  test.each(MISTAKES)('%s', async (_, args, environment, line) => {
    const { ended, lines } = command(args, environment);
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('a database that cannot be reached, without its password', async () => {
    const { ended, lines } = run('server/main.ts', [], {
      DATABASE_URL: 'postgres://ada:secret@127.0.0.1:9/handpick',
      NODE_ENV: 'production',
    });
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^can't reach the database at postgres:\/\/ada:\*\*\*@127\.0\.0\.1:9\/handpick \(.*\): start it, or correct DATABASE_URL$/,
    );
  });

  test('a server that is something else', async () => {
    const other = createServer((_, response) => response.end('<html>hello</html>')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const { ended, lines } = command(['search', '--preset', 'tour', '--server', url], { HANDPICK_TOKEN: 'hp_x' });
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(lines).toEqual([`${url} is not a Handpick server: it answers "<html>hello</html>"`]);
    other.close();
  });
});

test.each(['start', 'search', 'check', 'test', 'backend'])('%s --help says all options and runs nothing', async (name) => {
  const { ended, lines } = command([name, '--help']);
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(lines.join('\n')).toContain(`npm ${['start', 'test'].includes(name) ? name : `run ${name}`}`);
});
