import type { Metadata } from 'next';
import { Welcome } from '../../../team/Welcome.tsx';

export const metadata: Metadata = { title: 'Welcome' };

export default async function Page({ params }: { params: Promise<{ secret: string }> }) {
  return <Welcome secret={decodeURIComponent((await params).secret)} />;
}
