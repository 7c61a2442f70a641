import type { Metadata } from 'next';
import { CompareView } from '../../../compare/CompareView.tsx';

export const metadata: Metadata = { title: 'Searches compared' };

export default function Page() {
  return <CompareView />;
}
