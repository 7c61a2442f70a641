import type { Browser, Page } from 'playwright-core';
import { buildPage } from '../../server/commands/start/page.ts';
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts';
import { createFirstUser, type User } from '../kit/stories.ts';
import { launchBrowser } from './browser.ts';
import { type Visitor, visit } from './eyes.ts';

/** A platform with its page, its first account, and a browser in which she is signed in. */
export interface SignedIn {
  platform: TestPlatform;
  ada: User;
  visitor: Visitor;
  page: Page;
  /** Ends all of it. */
  close: () => Promise<void>;
}

/** @param prepare what is there before the browser opens; the page is built before */
export async function signedIn(prepare: (platform: TestPlatform, ada: User) => Promise<void> = async () => {}): Promise<SignedIn> {
  await buildPage(() => {});
  const platform = await startTestPlatform({ web: 'production', onlyKnownDocuments: false });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await platform.stop();
  };
  try {
    const ada = await createFirstUser(platform);
    await prepare(platform, ada);
    browser = await launchBrowser();
    const visitor = await visit(browser, platform.url);
    const cookies = ada.identity.cookie!.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: platform.url };
    });
    await visitor.context.addCookies(cookies);
    return { platform, ada, visitor, page: visitor.page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
