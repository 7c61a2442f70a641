// The first thing that runs, on a machine where nothing is installed yet: only Node's own modules, no TypeScript.
// Checks Node, brings node_modules up to package-lock.json, then runs the command in this process.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const commands = {
  start: 'server/commands/start/start.ts',
  search: 'server/commands/search/search.ts',
  dataset: 'server/commands/dataset/dataset.ts',
  check: 'server/commands/check/check.ts',
  test: 'server/commands/check/test.ts',
  backend: 'workers/backends/command.ts',
  bench: 'test/bench/main.ts',
  'q-values': 'workers/q-values.ts',
  export: 'server/commands/export/export.ts',
  import: 'server/commands/import/import.ts',
  reproduce: 'server/commands/reproduce/reproduce.ts',
  retrain: 'server/commands/retrain/retrain.ts',
};
const stampFile = join(root, 'node_modules', '.handpick-lock');
const installLock = join(root, '.handpick', 'installing');

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) fail(`${JSON.stringify(name)} is not a command; the commands are ${Object.keys(commands).join(', ')}`);
requireNode(20, 19);
process.chdir(root);
await installPackages();
process.argv = [process.argv[0], join(root, command), ...args];
const { register } = await import('tsx/esm/api');
register();
const { main } = await import(new URL(command, new URL('../../', import.meta.url)).href);
await main(args);

function fail(line) {
  console.error(line);
  process.exit(1);
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`Handpick needs Node ${major}.${minor} or newer; this is ${process.versions.node}. Get one from https://nodejs.org`);
}

/** Installs what package-lock.json names, unless it is there. Of two starts at once, one installs and the other waits. */
async function installPackages() {
  if (isInstalled()) return;
  await takeLock();
  const unlock = () => rmSync(installLock, { force: true });
  process.once('exit', unlock);
  if (!isInstalled()) {
    const { code, end } = await runNpm(['ci']);
    // `ci` refuses a lock file that is out of step with package.json; `install` mends it.
    if (code !== 0) {
      console.log(`Packages: npm ci failed (${end}); trying npm install`);
      const second = await runNpm(['install']);
      if (second.code !== 0) fail(`Packages: npm install failed: ${second.end}. Is the package registry reachable? "npm ping" tells.`);
    }
    writeFileSync(stampFile, lockHash());
  }
  process.off('exit', unlock);
  unlock();
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Whether node_modules is what the lock file says: by our stamp, else, where npm was run by hand, package by package. */
function isInstalled() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const missing = Object.keys(wanted).filter((path) => path && !wanted[path].optional && wanted[path].version !== present[path]?.version);
  if (missing.length > 0) return false;
  writeFileSync(stampFile, lockHash());
  return true;
}

/** Runs npm without install scripts; shows how many packages have arrived. */
function runNpm(verb) {
  const total = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).length - 1;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program, ...first] = [...npm, ...verb, ...options];
  const begun = Date.now();
  const packages = new Set();
  const show = () => `Packages: ${Math.min(packages.size, total)} of ${total}, ${Math.round((Date.now() - begun) / 1000)} s`;
  const terminal = process.stdout.isTTY;
  console.log(`Packages: installing ${total}`);
  const timer = setInterval(() => (terminal ? process.stdout.write(`\r\x1b[K${show()}`) : console.log(show())), terminal ? 250 : 10_000);
  return new Promise((resolve) => {
    const child = spawn(program, first, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
    let end = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      for (const [, url] of text.matchAll(/http (?:fetch|cache) (?:GET \d+ )?(\S+\.tgz)/g)) packages.add(url);
      end = (end + text).slice(-4000);
    });
    child.once('error', (error) => finish(1, error.message));
    child.once('close', (code) => finish(code ?? 1, lastError(end)));
    function finish(code, why) {
      clearInterval(timer);
      if (terminal) process.stdout.write('\r\x1b[K');
      if (code === 0) console.log(`Packages: installed in ${Math.round((Date.now() - begun) / 1000)} s`);
      resolve({ code, end: why });
    }
  });
}

function lastError(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error') && !/log of this run|npm error *$/.test(line));
  return (
    lines
      .slice(0, 2)
      .map((line) => line.slice(10).trim())
      .join(', ') || 'npm said nothing'
  );
}

async function takeLock() {
  mkdirSync(join(root, '.handpick'), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      return writeFileSync(installLock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`Packages: ${installLock} cannot be written (${error.message})`);
    }
    const holder = holderOfLock();
    if (holder && !isAlive(holder)) {
      rmSync(installLock, { force: true });
      continue;
    }
    if (!told) console.log(`Packages: process ${holder ?? '?'} is installing them; waiting`);
    await sleep(500);
  }
}

function holderOfLock() {
  try {
    return Number(readFileSync(installLock, 'utf8')) || undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
