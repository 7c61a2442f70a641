import type { Metadata } from 'next';
import { RankingsView } from '../../../../rankings/RankingsView.tsx';

export const metadata: Metadata = { title: 'Rankings' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <RankingsView searchId={decodeURIComponent((await params).id)} />;
}
