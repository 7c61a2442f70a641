import type { Metadata } from 'next';
import { SearchesView } from '../../searches/SearchesView.tsx';

export const metadata: Metadata = { title: 'Searches' };

export default function Page() {
  return <SearchesView />;
}
