import type { Metadata } from 'next';
import { GalleryView } from '../../../../gallery/GalleryView.tsx';

export const metadata: Metadata = { title: 'Gallery' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <GalleryView searchId={decodeURIComponent((await params).id)} />;
}
