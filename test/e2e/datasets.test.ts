import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { killAll, type Running, run } from '../kit/processes.ts';
import { makeZip } from '../server/datasets/zip.ts';
import { launchBrowser } from './browser.ts';
import { expectGoodLooks, picture, type Visitor, visit } from './eyes.ts';

/** A zip of pictures becomes a dataset by hand: chosen, sent, interrupted and gone on with, converted, looked at, and given noise. */
let browser: Browser;
let platform: Running;
let folder: string;
let ada: Visitor;
let page: Page;
/** Sheets of pictures that have come. */
let sheets = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handpick-e2e-datasets-'));
  await writeFile(join(folder, 'shapes.zip'), makeZip({ ...shapes(24), 'rings/broken.png': 'no picture at all' }));
  await writeFile(join(folder, 'large.zip'), makeZip(shapes(12, 100)));
  await writeFile(join(folder, 'lonely.zip'), makeZip({ 'one/1.png': png(8, 8, () => [0, 0, 0]) }));
  const options = ['--data', join(folder, 'data'), '--port', '0', '--empty', '--no-worker'];
  platform = run('server/commands/bootstrap.mjs', ['start', ...options], { NODE_ENV: 'production' });
  browser = await launchBrowser();
  const link = new URL(/http\S+/.exec(await platform.says(/\/welcome\//, 300))![0]);
  ada = await visit(browser, link.origin);
  page = ada.page;
  page.on('response', (response) => {
    if (response.ok() && response.url().includes('/files/pictures/')) sheets++;
  });
  await page.goto(link.pathname);
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.locator('input[name="password"]').fill('correct horse battery');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL(/\/searches/);
}, 360_000);

afterAll(async () => {
  await browser?.close();
  platform?.child.kill('SIGINT');
  await platform?.ended;
  await killAll();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-datasets');
});

function png(width: number, height: number, color: (x: number, y: number) => number[]): Buffer {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) picture.data.set([...color(x, y), 255], 4 * (y * width + x));
  return PNG.sync.write(picture, { colorType: 2 });
}

/** n pictures of each of three classes, of three sizes; `grain` makes them hard to compress. */
function shapes(n: number, grain = 0): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  const inside: Record<string, (u: number, v: number) => boolean> = {
    rings: (u, v) => Math.abs(Math.hypot(u - 0.5, v - 0.5) - 0.3) < 0.1,
    stripes: (u) => Math.floor(6 * u) % 2 === 0,
    squares: (u, v) => Math.max(Math.abs(u - 0.5), Math.abs(v - 0.5)) < 0.3,
  };
  for (const [name, is] of Object.entries(inside))
    for (let i = 0; i < n; i++) {
      const [width, height] = [
        [64, 48],
        [48, 48],
        [48, 80],
      ][i % 3]!;
      const tone = 40 + ((i * 37) % 180);
      const noise = () => Math.floor(Math.random() * grain);
      files[`${name}/${i}.png`] = png(width!, height!, (x, y) =>
        is(x / width!, y / height!)
          ? [tone + noise() / 3, 220 - tone + noise() / 3, 120 + noise()]
          : [20 + noise(), 20 + noise(), 30 + noise()],
      );
    }
  return files;
}

const row = (name: string) => page.getByRole('row').filter({ hasText: name });

test('the platform’s datasets are listed; the page is reached by keys', async () => {
  await page.getByRole('heading', { name: 'Searches', exact: true }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { name: 'Datasets' }).waitFor();
  for (const name of ['CIFAR-10', 'Fashion-MNIST', 'MNIST']) await row(name).first().waitFor();
  await expectGoodLooks(page, 'datasets');
});

test('a zip is added by the form and becomes a dataset without reloading; broken pictures are named', async () => {
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.locator('input[type="file"]').setInputFiles(join(folder, 'shapes.zip'));
  expect(await dialog.getByLabel('Name').inputValue()).toBe('shapes');
  await dialog.getByLabel('Smallest side').fill('2');
  await dialog.getByLabel('Share that may be broken').fill('0.05');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('2; allowed are 4 to 512').waitFor();
  await dialog.getByLabel('Smallest side').fill('24');
  await dialog.getByLabel('Where it is from').fill('drawn for this test');
  await dialog.getByLabel('Licence').fill('CC0');
  await expectGoodLooks(page, 'datasets-add');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await row('shapes').first().waitFor({ timeout: 60_000 });
  await page.getByText('shapes is ready').waitFor();
  expect(await page.evaluate(() => (window as unknown as { neverReloaded?: boolean }).neverReloaded)).toBe(true);
  await page.getByRole('link', { name: 'shapes', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/datasets\/ds_/);
  await page.getByText('1 broken picture was left out').waitFor();
  await page.getByText('rings/broken.png').waitFor();
  await page.getByText('3 sizes').waitFor();
  for (const text of ['drawn for this test', 'CC0', /shapes\.zip/]) await page.getByText(text).first().waitFor();
});

test('its pictures are looked at by class and split, by keys too', async () => {
  const tiles = (words: string) => page.getByRole('img', { name: words });
  await tiles('Train pictures of all classes, 1 to ').waitFor();
  await vi.waitUntil(() => sheets > 0, { timeout: 20_000 });
  await page.keyboard.press('l');
  await tiles('Train pictures of rings, 1 to ').waitFor();
  await page.keyboard.press('s');
  await tiles('Validation pictures of rings, 1 to ').waitFor();
  await page.waitForURL((url) => url.search === '?class=0&split=VALIDATION'); // the address follows a moment later
  await page.getByRole('button', { name: 'stripes' }).click();
  await tiles('Validation pictures of stripes, 1 to ').waitFor();
  for (const name of ['squares', 'rings', 'all classes']) {
    await page.keyboard.press('h');
    await tiles(`Validation pictures of ${name}, 1 to `).waitFor();
  }
  await page.keyboard.press('s');
  await tiles('Train pictures of all classes, 1 to ').waitFor();
  await expectGoodLooks(page, 'dataset');
});

test('noise makes a dataset of its own', async () => {
  await page.locator('body').press('p');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Gaussian noise').fill('0');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByText(/allowed is noise of at least one kind/).waitFor();
  await dialog.getByLabel('Gaussian noise').fill('0.1');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await page.waitForURL(/\/datasets$/);
  await row('shapes with noise 0.1, seed 1').waitFor({ timeout: 60_000 });
});

test('an upload whose connection is lost waits; after a reload it goes on with the same file', async () => {
  let pieces = 0;
  await page.route('**/files/imports/**', (route) => (++pieces > 1 ? route.abort('internetdisconnected') : route.continue()));
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="file"]').setInputFiles(join(folder, 'large.zip'));
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(/256 KiB of .* waiting for the connection/).waitFor();
  await page.reload();
  await page.getByText(/Interrupted at 256 KiB of/).waitFor();
  await expectGoodLooks(page, 'datasets-interrupted');
  await page.unroute('**/files/imports/**');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose the file again' }).click();
  await (await chooser).setFiles(join(folder, 'large.zip'));
  await row('large').first().waitFor({ timeout: 60_000 });
});

test('a file is dropped anywhere on the page', async () => {
  const bytes = [...makeZip({ 'one/1.png': png(8, 8, () => [0, 0, 0]) })];
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(content)], 'dropped.zip', { type: 'application/zip' }));
    return data;
  }, bytes);
  await page.dispatchEvent('h1', 'dragenter', { dataTransfer: dropped });
  await page.getByText('Drop it to add a dataset').waitFor();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.getByLabel('Name').inputValue()).toBe('dropped');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'hidden' });
});

test('60,000 digits are scrolled through with a few of them in the page', async () => {
  await page.getByRole('link', { name: 'MNIST', exact: true }).click();
  const sheet = (words: string) => page.getByRole('img', { name: `Train pictures of all classes, ${words}` });
  await sheet('1 to 150').waitFor();
  const box = page.getByRole('region', { name: 'Train pictures of all classes' });
  await box.focus();
  await page.keyboard.press('End');
  await sheet('59851 to 60000').waitFor();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/TRAIN/all/59850-')));
  expect(await box.locator('span').count()).toBeLessThan(1500);
  await expectGoodLooks(page, 'dataset-mnist');
  await page.goBack();
  await row('MNIST').first().waitFor();
});

test('what cannot be a dataset is refused with file and reason, and an unwanted one is cancelled', async () => {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="file"]').setInputFiles(join(folder, 'lonely.zip'));
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Refused: lonely.zip: only one class, "one"; at least two are needed').waitFor({ timeout: 60_000 });
  expect(await row('lonely').count()).toBe(0);
  await expectGoodLooks(page, 'datasets-refused');
  await page.route('**/files/imports/**', (route) => route.abort('internetdisconnected'));
  await page.keyboard.press('n');
  await dialog.locator('input[type="file"]').setInputFiles(join(folder, 'large.zip'));
  await dialog.getByLabel('Name').fill('Unwanted');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel Unwanted' }).click();
  await page.getByText('Cancelled').waitFor();
  await page.unroute('**/files/imports/**');
});

test('nothing went wrong in the browser', () => {
  // the lost connections above are lost on purpose
  expect(ada.problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
