import type { Metadata } from 'next';
import { Empty } from '../shell/states.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Empty title="There is no such page" action={{ label: 'All searches', href: '/searches' }}>
      The address may be mistyped, or the page may have moved.
    </Empty>
  );
}
