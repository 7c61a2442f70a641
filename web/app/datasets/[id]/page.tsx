import type { Metadata } from 'next';
import { DatasetView } from '../../../datasets/DatasetView.tsx';

export const metadata: Metadata = { title: 'Dataset' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <DatasetView id={decodeURIComponent((await params).id)} />;
}
