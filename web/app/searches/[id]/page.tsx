import type { Metadata } from 'next';
import { SearchView } from '../../../search/SearchView.tsx';

export const metadata: Metadata = { title: 'Search' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <SearchView id={decodeURIComponent((await params).id)} />;
}
