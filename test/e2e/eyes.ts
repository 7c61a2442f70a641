import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person at a browser: one window, and what went wrong in it. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Errors of the console and of scripts, refused policies included. */
  problems: string[];
}

export async function visit(browser: Browser, url: string): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return { context, page, problems };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1440, 390];
const SCHEMES = ['light', 'dark'] as const;

/**
 * Nothing serious or critical for people who see or hear the page otherwise, and no sideways scrolling, on a desk and on a phone, in light and
 * in dark. `HANDPICK_SCREENSHOTS` names a folder for pictures of all four.
 */
export async function expectGoodLooks(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${name}, ${width} px, ${colorScheme}`;
      await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways, `${where}: pixels beyond the right edge`).toBeLessThanOrEqual(0);
      expect(await violations(page), where).toEqual([]);
      await picture(page, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function violations(page: Page): Promise<string[]> {
  // evaluated by the protocol, which the page's policy does not bind; once for each document
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // what passes is not described, which takes longer than the rules themselves
  const results = await page.evaluate(() => {
    const { axe: tester } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return tester.run({ resultTypes: ['violations'] });
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`);
}

export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.HANDPICK_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
