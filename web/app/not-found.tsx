import type { Metadata } from 'next';
import { Page } from '../shell/Page.tsx';
import { Empty } from '../shell/states.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Page title="There is no such page">
      <Empty title="The address may be mistyped, or the page may have moved" action={{ label: 'All searches', href: '/searches' }} />
    </Page>
  );
}
